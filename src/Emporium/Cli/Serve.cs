using Emporium.Platform;

namespace Emporium.Host.Cli;

/// <summary>Runs the store until it is told to stop.</summary>
internal static class Serve
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Store.Build(args);
        await app.Services.Prepare();
        await app.StartAsync();
        Console.WriteLine($"The store is open at {app.Services.GetRequiredService<StoreAddress>().Url}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
