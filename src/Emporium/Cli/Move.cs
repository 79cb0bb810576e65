using Emporium.Platform.Data;

namespace Emporium.Host.Cli;

/// <summary>Carries a store that does not run into another database: <c>--To:Provider=postgres --To:ConnectionString=…</c>.</summary>
internal static class Move
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Store.Build(args);
        var to = app.Configuration.GetSection("To").Get<DatabaseOptions>()
            ?? throw new InvalidOperationException("Say where to: emporium move --To:Provider=postgres --To:ConnectionString=\"Host=localhost;Database=emporium;Username=emporium;Password=…\"");
        await using var scope = app.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<MoveStore>().Run(to, Console.WriteLine, CancellationToken.None);
        Console.WriteLine($"{rows} rows arrived as they were sent. Set Database:Provider and Database:ConnectionString to the new database, start, and run doctor. The old one is unchanged.");
        return 0;
    }
}
