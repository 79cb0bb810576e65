namespace Emporium.Platform.Files;

/// <summary>A stored file. Files are addressed by their content: the same bytes are stored once, and never change.</summary>
/// <param name="Sha256">Lower-case hex, 64 characters: the file's key, its ETag, and what a buyer can check a download against.</param>
/// <param name="Size">In bytes.</param>
public sealed record StoredFile(string Sha256, long Size);

/// <summary>Where files are kept: a disk by default, any S3 by configuration.</summary>
public interface IFiles
{
    /// <summary>Stores the stream durably, or throws and stores nothing.</summary>
    Task<StoredFile> Put(Stream content, CancellationToken ct);

    /// <summary>Takes over a file that lies whole on this machine's disk; afterwards it is here and there no more.</summary>
    /// <param name="path">On the same disk as the store's folder it is only renamed, however large it is.</param>
    /// <param name="sha256">Of its content, lower-case hex. The caller has computed it.</param>
    /// <exception cref="Refusal"><c>file.unavailable</c>: the file is still where it was.</exception>
    Task Adopt(string path, string sha256, CancellationToken ct);

    /// <summary>Opens the file for reading; seekable on disk, a range of it where the store is remote.</summary>
    /// <param name="offset">First byte, from 0.</param>
    /// <param name="length">How many bytes are wanted; null for the rest.</param>
    /// <exception cref="Refusal"><c>file.unavailable</c>: the store does not answer or lost the file.</exception>
    Task<Stream> Open(string sha256, long offset, long? length, CancellationToken ct);

    Task<bool> Exists(string sha256, CancellationToken ct);

    /// <summary>The SHA-256 of every stored file, in no order; a file that is stored meanwhile may be missing.</summary>
    IAsyncEnumerable<string> List(CancellationToken ct);
}
