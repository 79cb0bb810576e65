using System.Net;
using System.Net.Sockets;
using Emporium.Platform;

namespace Emporium.Host.DemoStore.History;

/// <summary>
/// Opens the demo store in the past and lets it live until now: a real store on a port of this machine, with its bank, its webhooks and
/// a clock that is set forward. Nothing is written around the handlers, so that the books balance and every page has something true to show.
/// </summary>
internal static class WriteHistory
{
    private const int Seed = 2026;

    /// <param name="days">How long ago it opens.</param>
    /// <exception cref="InvalidOperationException">The store takes real money, or is not new.</exception>
    public static async Task<int> Run(string[] args, int days, Action<string> say, CancellationToken ct)
    {
        var clock = new HistoryClock(TimeSpan.FromDays(days));
        var local = $"http://127.0.0.1:{FreePort()}";
        await using var app = Store.Build([.. args, .. Local(local)], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        await app.Services.Prepare(ct);
        await Demand(app, ct);
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SeedDemo>().Run(ct);
        await app.StartAsync(ct);

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(local) };
        var chance = new Chance(Seed);
        var shopping = new Shopping(http);
        var past = new Past(clock, chance, new People(chance), shopping, new Returns(http, app.Services, app.Configuration["Sandbox:SecretKey"]!), app.Services);
        var orders = await past.Live(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), days, await shopping.Shelf(ct), say, ct);
        await app.StopAsync(ct);
        return orders;
    }

    // Letters to invented people stay on the desk, whatever mail server is configured.
    private static string[] Local(string url) =>
    [
        $"--Urls={url}", $"--Sandbox:PublicUrl={url}/sandbox/stripe", $"--Sandbox:WebhookUrl={url}/webhooks/stripe", "--Mail:Host=",
        "--RateLimits:ApiPerMinute=1000000", "--RateLimits:FormsPerMinute=1000000",
    ];

    private static async Task Demand(WebApplication app, CancellationToken ct)
    {
        if (!app.Configuration.GetValue<bool>("Sandbox:Enabled")) throw new InvalidOperationException("A past is made with the test bank alone: leave out Payments:Stripe:SecretKey and set Sandbox:Enabled=true.");
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<SeedDemo>().IsWanted(ct))
            throw new InvalidOperationException("This store has begun already. Make a past in a store of its own: seed --history 365 --Data:Folder=data-past");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
