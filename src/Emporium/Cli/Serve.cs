using Emporium.Accounts.Contracts;
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
        await using (var scope = app.Services.CreateAsyncScope())
            if (await scope.ServiceProvider.GetRequiredService<IOwners>().LinkForFirstOwner(CancellationToken.None) is { } link)
                Console.WriteLine($"It has no owner yet. Within seven days, make the account here: {link}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
