using System.Globalization;
using Emporium.Host.DemoStore;
using Emporium.Host.DemoStore.History;
using Emporium.Platform;

namespace Emporium.Host.Cli;

/// <summary>Puts the demo store in, or brings it up to date; with <c>--history N</c> a new one that opened N days ago and has sold since.</summary>
internal static class Seed
{
    private const int LongestHistory = 3_650;

    public static async Task<int> Run(string[] args)
    {
        if (Days(args) is { } days)
        {
            var orders = await WriteHistory.Run(args, days, Console.WriteLine, CancellationToken.None);
            Console.WriteLine($"{DemoGoods.Store.Name} opened {days} days ago and has taken {orders} orders since, in test mode.");
            return 0;
        }
        await using var app = Store.Build(args);
        await app.Services.Prepare();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedDemo>().Run(CancellationToken.None);
        Console.WriteLine($"{DemoGoods.Store.Name} is in the store, with {DemoGoods.All.Count} products.");
        return 0;
    }

    private static int? Days(string[] args)
    {
        if (new ConfigurationBuilder().AddCommandLine(args).Build()["history"] is not { } text) return null;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestHistory
            ? days
            : throw new InvalidOperationException($"Say how many days ago the store opened, at most {LongestHistory}: seed --history 365");
    }
}
