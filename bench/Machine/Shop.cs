namespace Emporium.Bench.Machine;

/// <summary>A store and its bank on their cores, over one database.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private Shop(Server store, Server bank) => (Store, Bank) = (store, bank);

    public Server Store { get; }

    public Server Bank { get; }

    /// <param name="folder">The store's data; a new one gets the demo's products.</param>
    /// <param name="database">Connection string of PostgreSQL; null for the folder's SQLite file.</param>
    public static async Task<Shop> Open(string program, string folder, string? database)
    {
        var (store, bank) = (Server.FreeUrl(), Server.FreeUrl());
        var pays = $"{bank}sandbox/stripe";
        string[] secrets = ["--Sandbox:SecretKey", "sk_test_bench", "--Sandbox:WebhookSecret", "whsec_bench"];
        var bankServer = await Server.Start(Cores.Load, bank, "/", Path.Combine(folder, "bank.log"), [program, "sandbox", "--urls", Address(bank),
            "--Sandbox:Database", Path.Combine(folder, "sandbox.db"), "--Sandbox:PublicUrl", pays, "--Sandbox:WebhookUrl", $"{store}webhooks/stripe", .. secrets]);
        string[] where = database is null ? [] : ["--Database:Provider", "postgres", "--Database:ConnectionString", database];
        var storeServer = await Server.Start(Cores.Server, store, "/", Path.Combine(folder, "store.log"),
            [program, "serve", "--Data:Folder", folder, "--Urls", Address(store), "--Demo:Seed", "true", "--Sandbox:PublicUrl", pays, .. secrets, .. where,
             "--RateLimits:ApiPerMinute", "100000000", "--RateLimits:FormsPerMinute", "100000000"]);
        return new Shop(storeServer, bankServer);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Bank.DisposeAsync();
    }

    private static string Address(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
