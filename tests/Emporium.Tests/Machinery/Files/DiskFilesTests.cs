using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Files;
using Emporium.Tests.Support;

namespace Emporium.Tests.Machinery.Files;

public sealed class DiskFilesTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("The whole book.");
    private readonly TestFolder folder = new();
    private readonly DiskFiles files;

    public DiskFilesTests() => files = new DiskFiles(folder.Path);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_addressed_by_its_content_and_stored_once()
    {
        var first = await Put();
        var again = await Put();

        Assert.Equal(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(Content)), Content.Length), first);
        Assert.Equal(first, again);
        Assert.Single(Directory.GetFiles(folder.Path, first.Sha256, SearchOption.AllDirectories));
    }

    [Fact]
    public async Task It_can_be_read_from_any_byte_on()
    {
        await using var stream = await files.Open((await Put()).Sha256, 4, null, Ct);
        using var reader = new StreamReader(stream);

        Assert.Equal("whole book.", await reader.ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<Refusal>(() => files.Put(new BreakingStream(), Ct));

        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_missing_file_is_a_refusal_that_says_so()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => files.Open(new string('a', 64), 0, null, Ct));

        Assert.Equal(("file.unavailable", RefusalKind.Unavailable), (refusal.Code, refusal.Kind));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Nothing_but_a_hash_leads_to_a_file(string key) => await Assert.ThrowsAsync<ArgumentException>(() => files.Open(key, 0, null, Ct));

    public void Dispose() => folder.Dispose();

    private async Task<StoredFile> Put()
    {
        using var content = new MemoryStream(Content);
        return await files.Put(content, Ct);
    }

    /// <summary>Some bytes, and then the disk is full.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(buffer.Length) : throw new IOException("No space left on device");
    }
}
