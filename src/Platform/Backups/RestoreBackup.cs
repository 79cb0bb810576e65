using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Security;
using Microsoft.Extensions.Configuration;

namespace Emporium.Platform.Backups;

/// <summary>
/// Puts an archive back into an empty store, on SQLite or PostgreSQL whatever it was made on. Everything is checked against its hash; the
/// database comes last, so that a restore that broke off is simply repeated.
/// </summary>
public sealed class RestoreBackup(MoveStore copies, IEnumerable<IModule> modules, IEnumerable<IAfterRestore> menders, IFiles files, MasterKey master, IConfiguration configuration)
{
    /// <param name="say">Told about each step.</param>
    /// <exception cref="InvalidOperationException">The archive is damaged, cut off, of a newer program or of another master key; or the store is not empty.</exception>
    public async Task<BackupReport> Run(string path, Action<string> say, CancellationToken ct)
    {
        var copy = Path.Combine(Directory.CreateDirectory(DataFolder.Of(configuration)).FullName, $"restore.{Path.GetRandomFileName()}.db");
        try
        {
            var (manifest, end) = await Unpack(path, copy, ct);
            say($"The archive of {manifest.MadeAt:u} is whole: {end.Files} files, {manifest.Rows} rows.");
            var rows = await copies.Take(copy, say, ct);
            foreach (var mender in menders) await mender.Mend(ct);
            return new BackupReport(rows, end.Files, new FileInfo(path).Length);
        }
        finally
        {
            foreach (var left in new[] { copy, $"{copy}-wal", $"{copy}-shm", $"{copy}-journal" }) File.Delete(left);
        }
    }

    private async Task<(BackupManifest Manifest, BackupEnd End)> Unpack(string path, string copy, CancellationToken ct)
    {
        await using var archive = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        await using var tar = new TarReader(archive);
        var manifest = await Read<BackupManifest>(await tar.GetNextEntryAsync(cancellationToken: ct), BackupManifest.Entry, ct);
        Check(manifest);
        await UnpackDatabase(await tar.GetNextEntryAsync(cancellationToken: ct), copy, manifest, ct);

        var (count, bytes) = (0L, 0L);
        for (var entry = await tar.GetNextEntryAsync(cancellationToken: ct); ; entry = await tar.GetNextEntryAsync(cancellationToken: ct))
        {
            if (entry?.Name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal) is not true)
            {
                var end = await Read<BackupEnd>(entry, BackupManifest.EndEntry, ct);
                return end == new BackupEnd(count, bytes) ? (manifest, end) : throw Damaged($"it should hold {end.Files} files and holds {count}");
            }
            await Put(entry, ct);
            (count, bytes) = (count + 1, bytes + entry.Length);
        }
    }

    private async Task Put(TarEntry entry, CancellationToken ct)
    {
        var stored = await files.Put(entry.DataStream ?? Stream.Null, ct);
        if (entry.Name != $"{BackupManifest.FilesFolder}{stored.Sha256}") throw Damaged($"{entry.Name} is not what its name says");
    }

    private void Check(BackupManifest manifest)
    {
        var known = modules.Select(m => m.GetType().Assembly).Prepend(typeof(StoreDb).Assembly).SelectMany(a => a.GetManifestResourceNames()).ToHashSet(StringComparer.Ordinal);
        if (manifest.Format != BackupManifest.CurrentFormat || manifest.Scripts.Any(s => !known.Contains(s)))
            throw new InvalidOperationException("This backup was made by a newer program. Restore it with that one, or a newer one.");
        if (manifest.KeyProof != BackupManifest.ProofOf(master))
            throw new InvalidOperationException("This backup was made under another master key, without which its settings and letters cannot be read. Put that key back: Security:MasterKey, or master.key in the data folder.");
    }

    private static async Task UnpackDatabase(TarEntry? entry, string copy, BackupManifest manifest, CancellationToken ct)
    {
        if (entry is not { Name: BackupManifest.DatabaseEntry, DataStream: { } packed }) throw Damaged("the database is missing");
        await using var file = new FileStream(copy, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous });
        await using (var plain = new GZipStream(packed, CompressionMode.Decompress)) await plain.CopyToAsync(file, ct);
        file.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != manifest.DatabaseSha256) throw Damaged("the database is not what was written");
    }

    private static async Task<T> Read<T>(TarEntry? entry, string name, CancellationToken ct) => entry?.Name == name && entry.DataStream is { } content
        ? (await JsonSerializer.DeserializeAsync<T>(content, Json.Options, ct))!
        : throw Damaged($"{name} is missing where it should stand");

    private static InvalidOperationException Damaged(string how) => new($"The archive is damaged or cut off: {how}. Nothing of the database was written; take another copy.");
}
