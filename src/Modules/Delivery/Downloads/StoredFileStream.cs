using Emporium.Platform.Files;

namespace Emporium.Delivery.Downloads;

/// <summary>
/// A stored file as a seekable stream, wherever it is stored: seeking only moves the place, and the first read opens the store
/// there. A range of a remote file therefore costs that range, and a HEAD costs nothing.
/// </summary>
/// <param name="opened">Runs after the store opened the file for the first time, before its first bytes leave.</param>
internal sealed class StoredFileStream(IFiles files, string sha256, long size, Func<CancellationToken, Task> opened) : Stream
{
    private Stream? open;
    private long openAt;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= size || buffer.Length == 0) return 0;
        await MoveTo(Position, cancellationToken);
        var read = await open!.ReadAsync(buffer[..(int)Math.Min(buffer.Length, size - Position)], cancellationToken);
        if (read == 0) throw new EndOfStreamException($"The stored file {sha256} is shorter than its {size} bytes.");
        openAt = Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => size + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored file never changes.");

    public override void SetLength(long value) => throw new NotSupportedException("A stored file never changes.");

    public override void Flush() { }

    public override async ValueTask DisposeAsync()
    {
        if (open is not null) await open.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) open?.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask MoveTo(long position, CancellationToken ct)
    {
        if (open is not null && openAt == position) return;
        var isFirst = open is null;
        if (open is not null) await open.DisposeAsync();
        open = await files.Open(sha256, position, null, ct);
        openAt = position;
        if (isFirst) await opened(ct);
    }
}
