using Emporium.Delivery.Downloads;
using Emporium.Platform.Files;

namespace Emporium.Tests.Delivery;

public sealed class StoredFileStreamTests
{
    private readonly byte[] content = [.. Enumerable.Range(0, 10_000).Select(i => (byte)i)];

    [Fact]
    public async Task Nothing_is_opened_until_something_is_read()
    {
        var store = new Store(content);
        await using var stream = Open(store);

        Assert.Equal(content.Length, stream.Length);
        Assert.Empty(store.Opened);
    }

    [Fact]
    public async Task A_seek_opens_the_store_at_that_place()
    {
        var store = new Store(content);
        await using var stream = Open(store);

        stream.Seek(-100, SeekOrigin.End);
        var buffer = new byte[100];
        await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);

        Assert.Equal(content[^100..], buffer);
        Assert.Equal([9_900L], store.Opened);
        Assert.Equal(0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_opening_is_told_once()
    {
        var told = 0;
        await using var stream = new StoredFileStream(new Store(content), "", content.Length, _ => { told++; return Task.CompletedTask; });
        var buffer = new byte[10];

        for (var i = 0; i < 3; i++)
        {
            stream.Position = i * 1_000;
            await stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_file_shorter_than_promised_is_an_error_and_no_silent_end()
    {
        await using var stream = new StoredFileStream(new Store(content[..50]), "", content.Length, _ => Task.CompletedTask);

        await Assert.ThrowsAsync<EndOfStreamException>(() => stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    private StoredFileStream Open(Store store) => new(store, "", content.Length, _ => Task.CompletedTask);

    private sealed class Store(byte[] content) : IFiles
    {
        public Task Adopt(string path, string sha256, CancellationToken ct) => throw new NotSupportedException();

        public List<long> Opened { get; } = [];

        public Task<StoredFile> Put(Stream content, CancellationToken ct) => throw new NotSupportedException();

        public Task<Stream> Open(string sha256, long offset, long? length, CancellationToken ct)
        {
            Opened.Add(offset);
            var stream = new MemoryStream(content) { Position = offset };
            return Task.FromResult<Stream>(stream);
        }

        public Task<bool> Exists(string sha256, CancellationToken ct) => Task.FromResult(true);

        public IAsyncEnumerable<string> List(CancellationToken ct) => throw new NotSupportedException();
    }
}
