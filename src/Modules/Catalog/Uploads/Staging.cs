using System.Security.Cryptography;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;

namespace Emporium.Catalog.Uploads;

/// <summary>The folder in which uploads grow. What arrived survives the end of the process; one writer at a time holds a file.</summary>
internal sealed class Staging(UploadLimits limits)
{
    private const int Head = 64;

    public string PathOf(UploadId id) => Path.Combine(limits.Folder, id.ToString());

    /// <summary>Makes room for an upload.</summary>
    /// <exception cref="Refusal"><c>upload.disk_full</c>.</exception>
    public void Begin(UploadId id, long length)
    {
        Directory.CreateDirectory(limits.Folder);
        if (new DriveInfo(limits.Folder).AvailableFreeSpace - length < limits.KeepFreeBytes) throw DiskFull();
        File.Create(PathOf(id)).Dispose();
    }

    /// <summary>How many bytes arrived; null where the file is gone.</summary>
    public long? Received(UploadId id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : null;

    /// <summary>The file, for its next bytes; null while somebody else writes it.</summary>
    public FileStream? TryOpen(UploadId id)
    {
        try
        {
            var file = new FileStream(PathOf(id), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous });
            file.Position = file.Length;
            return file;
        }
        catch (IOException held) when (held is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The first bytes, from which the type is told.</summary>
    public async Task<ReadOnlyMemory<byte>> Peek(UploadId id, CancellationToken ct)
    {
        await using var file = File.OpenRead(PathOf(id));
        var buffer = new byte[Head];
        return buffer.AsMemory(0, await file.ReadAtLeastAsync(buffer, Head, throwOnEndOfStream: false, ct));
    }

    /// <returns>SHA-256 of the whole, lower-case hex.</returns>
    public async Task<string> Hash(UploadId id, CancellationToken ct)
    {
        await using var file = new FileStream(PathOf(id), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 1 << 20 });
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    public void Discard(UploadId id) => File.Delete(PathOf(id));

    /// <summary>What lies there and was not touched since the moment.</summary>
    public IEnumerable<UploadId> Untouched(DateTimeOffset since) => !Directory.Exists(limits.Folder) ? [] :
        from path in Directory.EnumerateFiles(limits.Folder)
        where File.GetLastWriteTimeUtc(path) < since.UtcDateTime && UploadId.TryParse(Path.GetFileName(path), null, out _)
        select UploadId.Parse(Path.GetFileName(path), null);

    public static Refusal DiskFull() => Refusal.Unavailable("upload.disk_full", "The store's disk has no room for this file. What arrived is kept: free some space, then go on with the upload.");
}
