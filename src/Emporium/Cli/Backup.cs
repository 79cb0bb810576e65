using Emporium.Platform;
using Emporium.Platform.Backups;

namespace Emporium.Host.Cli;

/// <summary>Copies the store into one archive, while it runs.</summary>
internal static class Backup
{
    public static async Task<int> Run(string[] args)
    {
        if (args is not [var path, .. var rest] || path.StartsWith("--", StringComparison.Ordinal)) throw new InvalidOperationException("Name the file to write: emporium backup /backups/store.tar");
        await using var app = Store.Build(rest);
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(path, CancellationToken.None);
        Console.WriteLine($"{path}: {report.Rows} rows, {report.Files} files, {report.Bytes / 1024.0 / 1024.0:F1} MB. The master key is not in it: keep that apart, it opens this copy.");
        return 0;
    }
}
