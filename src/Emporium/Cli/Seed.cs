using Emporium.Host.DemoStore;
using Emporium.Platform;

namespace Emporium.Host.Cli;

/// <summary>Puts the demo store in, or brings it up to date.</summary>
internal static class Seed
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Store.Build(args);
        await app.Services.Prepare();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeedDemo>().Run(CancellationToken.None);
        Console.WriteLine($"{DemoGoods.Store.Name} is in the store, with {DemoGoods.All.Count} products.");
        return 0;
    }
}
