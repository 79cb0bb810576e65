using System.IO.Compression;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>A zip whose bytes depend on nothing but what is put into it.</summary>
/// <param name="moment">Stamped on every entry; the format keeps even seconds and no zone.</param>
internal sealed class Archive(DateTime moment)
{
    private const int OrdinaryFile = unchecked((int)0x81a4_0000);
    private readonly MemoryStream _bytes = new();
    private ZipArchive? _zip;

    public void Add(string name, byte[] content) => Add(name, content, CompressionLevel.SmallestSize);

    /// <summary>Adds without compression, as EPUB demands of its first entry (OCF 3.3, 4.2.2).</summary>
    public void AddStored(string name, byte[] content) => Add(name, content, CompressionLevel.NoCompression);

    public byte[] Close()
    {
        _zip?.Dispose();
        return _bytes.ToArray();
    }

    private void Add(string name, byte[] content, CompressionLevel level)
    {
        _zip ??= new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true);
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(moment, TimeSpan.Zero);
        entry.ExternalAttributes = OrdinaryFile;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
