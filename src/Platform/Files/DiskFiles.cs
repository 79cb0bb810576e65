using System.Security.Cryptography;

namespace Emporium.Platform.Files;

/// <summary>Files in a folder, named by their hash. A file is written beside its place, flushed to the disk and renamed into it: a crash leaves the whole file or none.</summary>
internal sealed class DiskFiles(string folder) : IFiles
{
    public async Task<StoredFile> Put(Stream content, CancellationToken ct)
    {
        var draft = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "incoming")).FullName, Path.GetRandomFileName());
        try
        {
            var stored = await Write(content, draft, ct);
            var place = PlaceOf(stored.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(draft, place, overwrite: true);
            return stored;
        }
        catch (IOException full)
        {
            throw Unavailable(full);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Task Adopt(string path, string sha256, CancellationToken ct)
    {
        try
        {
            var place = PlaceOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(path, place, overwrite: true);
            return Task.CompletedTask;
        }
        catch (IOException full)
        {
            throw Unavailable(full);
        }
    }

    public Task<Stream> Open(string sha256, long offset, long? length, CancellationToken ct)
    {
        try
        {
            var file = new FileStream(PlaceOf(sha256), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = System.IO.FileOptions.Asynchronous | System.IO.FileOptions.SequentialScan });
            file.Position = offset;
            return Task.FromResult<Stream>(file);
        }
        catch (IOException lost)
        {
            throw Unavailable(lost);
        }
    }

    public Task<bool> Exists(string sha256, CancellationToken ct) => Task.FromResult(File.Exists(PlaceOf(sha256)));

    public IAsyncEnumerable<string> List(CancellationToken ct) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, "??").SelectMany(Directory.EnumerateFiles).Select(file => Path.GetFileName(file)).Where(IsHash).ToAsyncEnumerable()
        : AsyncEnumerable.Empty<string>();

    private static async Task<StoredFile> Write(Stream content, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = System.IO.FileOptions.Asynchronous });
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        file.Flush(flushToDisk: true);
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private string PlaceOf(string sha256) => IsHash(sha256)
        ? Path.Combine(folder, sha256[..2], sha256)
        : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(sha256));

    private static Refusal Unavailable(IOException cause) =>
        new(RefusalKind.Unavailable, "file.unavailable", cause is FileNotFoundException or DirectoryNotFoundException
            ? "This file is missing from the store's disk. Please write to the seller; what you bought is still yours."
            : "The store's disk did not take part. Nothing is lost; please try again in a few minutes.");
}
