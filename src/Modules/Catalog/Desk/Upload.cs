namespace Emporium.Catalog.Desk;

/// <summary>A stream that comes in: lets its first bytes be seen before it is read, and refuses to be longer than allowed.</summary>
internal sealed class Upload(Stream content, long maxBytes) : Stream
{
    private const int PeekLength = 64;
    private ReadOnlyMemory<byte> ahead;
    private long total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => total; set => throw new NotSupportedException(); }

    /// <summary>The first bytes; they are read again with the rest.</summary>
    /// <exception cref="Refusal"><c>product.file_empty</c>.</exception>
    public async Task<ReadOnlyMemory<byte>> Peek(CancellationToken ct)
    {
        var buffer = new byte[PeekLength];
        var read = await content.ReadAtLeastAsync(buffer, PeekLength, throwOnEndOfStream: false, ct);
        return ahead = read > 0 ? buffer.AsMemory(0, read) : throw Refusal.Invalid("product.file_empty", "The file is empty. Choose another one.", "file");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = ahead.IsEmpty ? await content.ReadAsync(buffer, cancellationToken) : TakeAhead(buffer);
        total += read;
        return total <= maxBytes ? read : throw Refusal.Invalid("product.file_too_large", $"The file is larger than {maxBytes >> 20:N0} MB, the most this store takes.", "file");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakeAhead(Memory<byte> buffer)
    {
        var count = Math.Min(buffer.Length, ahead.Length);
        ahead[..count].CopyTo(buffer);
        ahead = ahead[count..];
        return count;
    }
}
