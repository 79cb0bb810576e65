using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Emporium.Platform.Files;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Tests.Machinery.Files;

/// <summary>The S3 store against a bucket of our own over real HTTP: signed requests, ranges, and a service that fails.</summary>
public sealed class S3FilesTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, byte[]> bucket = [];
    private WebApplication service = null!;
    private IFiles files = null!;
    private bool isDown;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_put_under_its_hash_and_read_back()
    {
        var stored = await Put("The whole book.");

        Assert.Equal($"/shelf/store/{stored.Sha256[..2]}/{stored.Sha256}", Assert.Single(bucket.Keys));
        Assert.True(await files.Exists(stored.Sha256, Ct));
        Assert.Equal("The whole book.", await Read(stored.Sha256, 0, null));
        Assert.Equal("whole", await Read(stored.Sha256, 4, 5));
    }

    [Fact]
    public async Task A_file_that_is_not_there_does_not_exist() => Assert.False(await files.Exists(new string('a', 64), Ct));

    [Fact]
    public async Task A_service_that_fails_is_a_refusal_that_asks_to_try_again()
    {
        var stored = await Put("The whole book.");
        isDown = true;

        Assert.Equal("file.unavailable", (await Assert.ThrowsAsync<Refusal>(() => files.Open(stored.Sha256, 0, null, Ct))).Code);
        Assert.Equal("file.unavailable", (await Assert.ThrowsAsync<Refusal>(() => files.Exists(stored.Sha256, Ct))).Code);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        service = builder.Build();
        service.Run(Serve);
        await service.StartAsync(Ct);
        var url = service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        files = new ServiceCollection().AddFiles(new ConfigurationBuilder().AddInMemoryCollection([
            new("Files:S3:Bucket", "shelf"), new("Files:S3:Endpoint", url), new("Files:S3:Prefix", "store/"),
            new("Files:S3:AccessKey", "key"), new("Files:S3:SecretKey", "secret"),
        ]).Build()).BuildServiceProvider().GetRequiredService<IFiles>();
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private async Task Serve(HttpContext http)
    {
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=key/", http.Request.Headers.Authorization.ToString(), StringComparison.Ordinal);
        var key = http.Request.Path.Value!;
        if (isDown) http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (HttpMethods.IsPut(http.Request.Method)) bucket[key] = await Body(http.Request);
        else if (!bucket.TryGetValue(key, out var content)) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (HttpMethods.IsHead(http.Request.Method)) http.Response.ContentLength = content.Length;
        else await Results.Bytes(content, enableRangeProcessing: true).ExecuteAsync(http);
    }

    /// <summary>The SDK sends its own chunks, each with a signature; the content is what lies between them.</summary>
    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var all = new MemoryStream();
        await request.Body.CopyToAsync(all, Ct);
        if (!request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal)) return all.ToArray();
        var text = Encoding.Latin1.GetString(all.ToArray());
        var start = text.IndexOf("\r\n", StringComparison.Ordinal) + 2;
        var length = Convert.ToInt32(text[..text.IndexOf(';', StringComparison.Ordinal)], 16);
        return Encoding.Latin1.GetBytes(text.Substring(start, length));
    }

    private async Task<StoredFile> Put(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await files.Put(stream, Ct);
    }

    private async Task<string> Read(string sha256, long offset, long? length)
    {
        using var reader = new StreamReader(await files.Open(sha256, offset, length, Ct));
        return await reader.ReadToEndAsync(Ct);
    }
}
