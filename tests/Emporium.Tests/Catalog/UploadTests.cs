using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Uploads;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Catalog;

/// <summary>Resumable uploads, by the letter of tus 1.0.0.</summary>
public sealed class UploadTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static readonly byte[] Content = [.. "%PDF-1.7 "u8, .. Enumerable.Range(0, 50_000).Select(i => (byte)i)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_file_sent_in_parts_becomes_a_file_of_the_product(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Put(Drafts.Of($"parts-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"));
        using var ida = await store.Owner();
        var upload = await Begin(ida, Content.Length, product);

        Assert.Equal("20000", Header(await Send(ida, upload, 0, Content[..20_000]), "Upload-Offset"));
        Assert.Equal("20000", Header(await Head(ida, upload), "Upload-Offset"));
        Assert.Equal(HttpStatusCode.Conflict, (await Attach(ida, product, upload)).StatusCode);
        Assert.Equal(Content.Length.ToString(CultureInfo.InvariantCulture), Header(await Send(ida, upload, 20_000, Content[20_000..]), "Upload-Offset"));

        var added = await (await Attach(ida, product, upload)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        var file = added.GetProperty("files")[0];
        Assert.Equal(("notes.pdf", "application/pdf", Convert.ToHexStringLower(SHA256.HashData(Content))), (file.GetProperty("name").GetString(), file.GetProperty("mediaType").GetString(), file.GetProperty("sha256").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await Head(ida, upload)).StatusCode);
    }

    [Fact]
    public async Task What_arrived_before_the_connection_broke_is_kept()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var upload = await Begin(ida, Content.Length);

        Task Arrived() => TestStore.Until(async () => Header(await Head(ida, upload), "Upload-Offset") == "30000");
        await Assert.ThrowsAnyAsync<Exception>(() => Send(ida, upload, 0, new BrokenContent(Content[..30_000], Arrived)));
        await Arrived();

        // The store may still hold the file for the connection that broke.
        await TestStore.Until(async () => (await Send(ida, upload, 30_000, Content[30_000..])).StatusCode is HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_upload_goes_on_after_the_store_was_restarted()
    {
        var folder = Directory.CreateTempSubdirectory();
        var settings = new Dictionary<string, string> { ["Uploads:Folder"] = folder.FullName };
        await using var store = await TestStore.Open(TestDatabase.Sqlite, settings);
        using var ida = store.Visitor();
        var email = await store.NewOwner();
        await ida.SignIn(email);
        var upload = await Begin(ida, Content.Length);
        await Send(ida, upload, 0, Content[..10_000]);

        await using var again = await store.Twin(settings);
        using var later = again.Visitor();
        await later.SignIn(email);

        Assert.Equal("10000", Header(await Head(later, upload), "Upload-Offset"));
        Assert.Equal(HttpStatusCode.NoContent, (await Send(later, upload, 10_000, Content[10_000..])).StatusCode);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Bytes_for_another_place_and_of_another_writer_are_refused()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var upload = await Begin(ida, Content.Length);

        Assert.Equal("upload.offset_conflict", await Code(await Send(ida, upload, 5, Content[..10])));
        await using (store.Services.GetRequiredService<Staging>().TryOpen(UploadId.Parse(upload.Split('/')[^1], null)))
            Assert.Equal("upload.busy", await Code(await Send(ida, upload, 0, Content[..10])));
        Assert.Equal("0", Header(await Head(ida, upload), "Upload-Offset"));
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha1")]
    public async Task A_part_that_is_not_what_its_checksum_says_leaves_nothing(string algorithm)
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var upload = await Begin(ida, Content.Length);
        var sum = algorithm is "sha1" ? SHA1.HashData(Content.AsSpan(0, 100)) : SHA256.HashData(Content.AsSpan(0, 100));

        Assert.Equal(460, (int)(await Send(ida, upload, 0, Content[1..101], $"{algorithm} {Convert.ToBase64String(sum)}")).StatusCode);
        Assert.Equal("0", Header(await Head(ida, upload), "Upload-Offset"));
        Assert.Equal(HttpStatusCode.NoContent, (await Send(ida, upload, 0, Content[..100], $"{algorithm} {Convert.ToBase64String(sum)}")).StatusCode);
        Assert.Equal("upload.checksum_unknown", await Code(await Send(ida, upload, 100, Content[100..200], "crc32 AAAA")));
    }

    [Fact]
    public async Task More_bytes_than_announced_are_refused_and_none_of_them_kept()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var upload = await Begin(ida, 10);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(ida, upload, 0, Content[..11])).StatusCode);
        Assert.Equal("0", Header(await Head(ida, upload), "Upload-Offset"));
    }

    [Fact]
    public async Task Nobody_goes_on_with_the_upload_of_another()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        using var other = await store.Owner();
        using var stranger = store.Visitor();
        var upload = await Begin(ida, 10);

        Assert.Equal(HttpStatusCode.NotFound, (await Head(other, upload)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(other, upload, 0, Content[..5])).StatusCode);
        Assert.False((await Send(stranger, upload, 0, Content[..5])).IsSuccessStatusCode);
        other.DefaultRequestHeaders.Remove("Origin");
        other.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await Create(other, 10)).StatusCode);
    }

    [Fact]
    public async Task An_upload_can_be_ended_and_an_abandoned_one_expires()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var (ended, left) = (await Begin(ida, 10), await Begin(ida, 10));
        Assert.Equal(HttpStatusCode.NoContent, (await Ask(ida, HttpMethod.Delete, ended)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Head(ida, ended)).StatusCode);
        Assert.True(DateTimeOffset.TryParse(Header(await Head(ida, left), "Upload-Expires"), CultureInfo.InvariantCulture, out var expires) && expires > store.Clock.GetUtcNow());

        store.Clock.Advance(TimeSpan.FromHours(73));
        await store.Do<ExpireUploads>(job => job.Run(Ct));

        Assert.Null(store.Services.GetRequiredService<Staging>().Received(UploadId.Parse(left.Split('/')[^1], null)));
    }

    [Fact]
    public async Task Room_is_limited_for_a_file_for_a_person_and_by_the_disk()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Uploads:MaxFileMegabytes"] = "2", ["Uploads:QuotaMegabytes"] = "3" });
        using var ida = await store.Owner();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Create(ida, (2 << 20) + 1)).StatusCode);
        await Begin(ida, 2 << 20);
        Assert.Equal("upload.quota_exceeded", await Code(await Create(ida, 2 << 20)));

        await using var full = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Uploads:KeepFreeMegabytes"] = "1000000000" });
        using var eva = await full.Owner();
        Assert.Equal("upload.disk_full", await Code(await Create(eva, 10)));
    }

    [Fact]
    public async Task The_store_says_what_it_speaks_and_refuses_what_it_does_not()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        using var options = new HttpRequestMessage(HttpMethod.Options, "/admin/uploads");
        var answer = await ida.SendAsync(options, Ct);

        Assert.Equal(("1.0.0", "creation,expiration,checksum,termination"), (Header(answer, "Tus-Version"), Header(answer, "Tus-Extension")));
        using var old = new HttpRequestMessage(HttpMethod.Post, "/admin/uploads");
        old.Headers.Add("Tus-Resumable", "0.2.0");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ida.SendAsync(old, Ct)).StatusCode);
        Assert.Equal("1.0.0", Header(await Create(ida, 10), "Tus-Resumable"));
    }

    [Fact]
    public async Task A_finished_upload_that_lies_about_its_type_is_refused()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var product = await store.Put(Drafts.Of("lying-upload"));
        using var ida = await store.Owner();
        var upload = await Begin(ida, 6, product);
        await Send(ida, upload, 0, "<html>"u8.ToArray());

        Assert.Equal("product.file_type_mismatch", await Code(await Attach(ida, product, upload)));
    }

    private static async Task<string> Begin(HttpClient client, long length, ProductId? product = null)
    {
        var answer = await Create(client, length, product);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Create(HttpClient client, long length, ProductId? product = null) => Ask(client, HttpMethod.Post, "/admin/uploads",
        ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", $"filename {Base64("notes.pdf")}{(product is { } id ? $",product {Base64(id.ToString())}" : "")}"));

    private static Task<HttpResponseMessage> Head(HttpClient client, string upload) => Ask(client, HttpMethod.Head, upload);

    private static Task<HttpResponseMessage> Send(HttpClient client, string upload, long offset, byte[] bytes, string? checksum = null) => Send(client, upload, offset, new ByteArrayContent(bytes), checksum);

    private static Task<HttpResponseMessage> Send(HttpClient client, string upload, long offset, HttpContent content, string? checksum = null)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        var request = Request(HttpMethod.Patch, upload, ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), ("Upload-Checksum", checksum ?? ""));
        request.Content = content;
        return client.SendAsync(request, Ct);
    }

    private static Task<HttpResponseMessage> Attach(HttpClient client, ProductId product, string upload)
    {
        var request = Request(HttpMethod.Post, $"/admin/products/{product}/uploads/{upload.Split('/')[^1]}");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("note", "New")]);
        return client.SendAsync(request, Ct);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers) => client.SendAsync(Request(method, path, headers), Ct);

    private static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Accept.ParseAdd("application/json");
        foreach (var (name, value) in headers.Where(h => h.Value.Length > 0)) request.Headers.Add(name, value);
        return request;
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends these bytes and then loses the connection.</summary>
    private sealed class BrokenContent(byte[] bytes, Func<Task> arrived) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes);
            await stream.FlushAsync();

            // What still lies in the receiver's buffers goes with the line.
            await arrived();
            throw new IOException("The line is dead.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Content.Length;
            return true;
        }
    }
}
