using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Backups;

/// <summary>
/// Writes one archive with the database, as a SQLite file whatever the store runs on, and every stored file. The store may run meanwhile: the
/// database is one moment of it, and files never change under their name, so those copied after that moment include all it speaks of.
/// </summary>
public sealed class MakeBackup(StoreDb db, MoveStore copies, IFiles files, MasterKey master, ISettings settings, TimeProvider clock)
{
    /// <param name="path">The archive (tar); appears whole or not at all, readable by its owner alone. What stands there already is not replaced.</param>
    /// <exception cref="InvalidOperationException">The file exists.</exception>
    public async Task<BackupReport> Run(string path, CancellationToken ct)
    {
        if (File.Exists(path)) throw new InvalidOperationException($"{path} exists. Name a new file for each backup.");
        var (draft, copy) = ($"{path}.part", $"{path}.db.part");
        try
        {
            var rows = await copies.Save(copy, ct);
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, clock.Now, await Scripts(ct), await HashOf(copy, ct), rows, BackupManifest.ProofOf(master));
            var end = await Write(draft, copy, manifest, ct);
            File.Move(draft, path, overwrite: false);
            await settings.Set(new BackupSettings { LastAt = clock.Now }, ct);
            await db.SaveChangesAsync(ct);
            return new BackupReport(rows, end.Files, new FileInfo(path).Length);
        }
        finally
        {
            File.Delete(draft);
            foreach (var left in new[] { copy, $"{copy}-wal", $"{copy}-shm", $"{copy}-journal" }) File.Delete(left);
        }
    }

    private async Task<BackupEnd> Write(string draft, string copy, BackupManifest manifest, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var archive = new FileStream(draft, options);
        await using (var tar = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            await Add(tar, BackupManifest.Entry, JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Options), ct);
            await AddCompressed(tar, copy, ct);
            var end = await AddFiles(tar, ct);
            await Add(tar, BackupManifest.EndEntry, JsonSerializer.SerializeToUtf8Bytes(end, Json.Options), ct);
            await tar.DisposeAsync();
            archive.Flush(flushToDisk: true);
            return end;
        }
    }

    private static async Task AddCompressed(TarWriter tar, string copy, CancellationToken ct)
    {
        var packed = $"{copy}.gz.part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        await using var stream = new FileStream(packed, options);
        await using (var plain = File.OpenRead(copy))
        await using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)) await plain.CopyToAsync(gzip, ct);
        stream.Position = 0;
        await Add(tar, BackupManifest.DatabaseEntry, stream, ct);
    }

    private async Task<BackupEnd> AddFiles(TarWriter tar, CancellationToken ct)
    {
        var (count, bytes) = (0L, 0L);
        await foreach (var sha256 in files.List(ct))
        {
            await using var content = await files.Open(sha256, 0, null, ct);
            (count, bytes) = (count + 1, bytes + await Add(tar, $"{BackupManifest.FilesFolder}{sha256}", content, ct));
        }
        return new BackupEnd(count, bytes);
    }

    private static Task<long> Add(TarWriter tar, string name, byte[] content, CancellationToken ct) => Add(tar, name, new MemoryStream(content), ct);

    private static async Task<long> Add(TarWriter tar, string name, Stream content, CancellationToken ct)
    {
        var entry = new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await tar.WriteEntryAsync(entry, ct);
        return entry.Length;
    }

    private async Task<IReadOnlyList<string>> Scripts(CancellationToken ct) => await db.Database.SqlQueryRaw<string>("select name as \"Value\" from schema_scripts").ToListAsync(ct);

    private static async Task<string> HashOf(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}

/// <param name="Bytes">Of the archive.</param>
public sealed record BackupReport(long Rows, long Files, long Bytes);
