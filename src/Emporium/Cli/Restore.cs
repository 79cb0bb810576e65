using Emporium.Platform;
using Emporium.Platform.Backups;

namespace Emporium.Host.Cli;

/// <summary>Puts an archive back into an empty store.</summary>
internal static class Restore
{
    public static async Task<int> Run(string[] args)
    {
        if (args is not [var path, .. var rest] || path.StartsWith("--", StringComparison.Ordinal)) throw new InvalidOperationException("Name the archive: emporium restore /backups/store.tar");
        await using var app = Store.Build(rest);
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<RestoreBackup>().Run(path, Console.WriteLine, CancellationToken.None);
        Console.WriteLine($"Restored {report.Rows} rows and {report.Files} files. Everybody was signed out. Run the verb doctor before you open the store.");
        return 0;
    }
}
