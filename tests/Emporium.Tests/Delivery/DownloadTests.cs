using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Emporium.Tests.Support;

namespace Emporium.Tests.Delivery;

public sealed class DownloadTests(SmallHouses houses) : IClassFixture<SmallHouses>
{
    private SmallHouse house = null!;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_download_says_what_it_is_and_how_to_check_it(TestDatabase database)
    {
        house = await houses.On(database);
        var (file, link) = await Bought();

        var response = await house.Client().GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Content, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(Content.Length, response.Content.Headers.ContentLength);
        Assert.Equal($"\"{file.Sha256}\"", response.Headers.ETag!.Tag);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(Content))}:", response.Headers.GetValues("Repr-Digest").Single());
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.NotNull(response.Content.Headers.LastModified);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes=0-99", 0, 99)]
    [InlineData("bytes=199900-", 199_900, 199_999)]
    [InlineData("bytes=-1", 199_999, 199_999)]
    [InlineData("bytes=-500", 199_500, 199_999)]
    [InlineData("bytes=100000-999999999", 100_000, 199_999)]
    [InlineData("bytes=-999999999", 0, 199_999)]
    public async Task One_range_is_sent_alone(string range, int from, int to)
    {
        house = await houses.On(TestDatabase.Sqlite);
        var (_, link) = await Bought();

        var response = await Get(link, range);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {from}-{to}/{Content.Length}", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(Content[from..(to + 1)], await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_range_behind_the_end_is_refused_with_the_length(TestDatabase database)
    {
        house = await houses.On(database);
        var (_, link) = await Bought();

        var response = await Get(link, "bytes=200000-");

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */200000", response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=5-1")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=a-b")]
    public async Task What_is_not_one_range_is_answered_with_the_whole(string range)
    {
        house = await houses.On(TestDatabase.Sqlite);
        var (_, link) = await Bought();

        var response = await Get(link, range);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Content.Length, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_resumed_transfer_goes_on_only_with_the_same_bytes(TestDatabase database)
    {
        house = await houses.On(database);
        var (file, link) = await Bought();

        var same = await Get(link, "bytes=1000-", $"\"{file.Sha256}\"");
        var other = await Get(link, "bytes=1000-", $"\"{new string('0', 64)}\"");

        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(Content, await other.Content.ReadAsByteArrayAsync());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Asking_for_the_head_sends_no_body_and_begins_nothing(TestDatabase database)
    {
        house = await houses.On(database);
        var (_, link) = await Bought();

        var response = await house.Client().SendAsync(new HttpRequestMessage(HttpMethod.Head, link));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Content.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_hundred_requests_at_once_get_exactly_what_the_limit_allows(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File(Content);
        var purchase = await house.Buy(file.Product, limit: 5);
        var entitlement = await Entitlement(purchase);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => house.Prepare(purchase.Token, entitlement, file.Id)));

        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(95, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(0, (await DownloadsLeft(purchase))!.GetValue<int>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_counts_once_and_fetching_counts_never(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File(Content);
        var purchase = await house.Buy(file.Product, limit: 3);
        var (entitlement, key) = (await Entitlement(purchase), "the-same-key-twice");

        var first = await (await house.Prepare(purchase.Token, entitlement, file.Id, key)).Content.ReadFromJsonAsync<JsonNode>();
        var second = await (await house.Prepare(purchase.Token, entitlement, file.Id, key)).Content.ReadFromJsonAsync<JsonNode>();
        var link = new Uri(first!["url"]!.GetValue<string>()).PathAndQuery;
        for (var i = 0; i < 10; i++) await Get(link, "bytes=0-9");

        Assert.Equal(first["url"]!.GetValue<string>(), second!["url"]!.GetValue<string>());
        Assert.Equal(2, (await DownloadsLeft(purchase))!.GetValue<int>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Another_customers_purchase_does_not_exist(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File(Content);
        var (theirs, mine) = (await house.Buy(file.Product), await house.Buy(file.Product));

        var response = await house.Prepare(mine.Token, await Entitlement(theirs), file.Id);

        await response.ShouldRefuse(HttpStatusCode.NotFound, "entitlement.not_found");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_file_of_another_product_does_not_exist(TestDatabase database)
    {
        house = await houses.On(database);
        var (bought, other) = (await house.File(Content), await house.File([1, 2, 3]));
        var purchase = await house.Buy(bought.Product);

        var response = await house.Prepare(purchase.Token, await Entitlement(purchase), other.Id);

        await response.ShouldRefuse(HttpStatusCode.NotFound, "file.not_found");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_link_ends_after_a_day_and_a_changed_one_was_never_good(TestDatabase database)
    {
        house = await houses.On(database);
        var (_, link) = await Bought();
        var tampered = link[..^3] + (link[^3] == 'A' ? 'B' : 'A') + link[^2..];

        await (await house.Client().GetAsync(tampered)).ShouldRefuse(HttpStatusCode.NotFound, "link.invalid");
        house.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await (await house.Client().GetAsync(link)).ShouldRefuse(HttpStatusCode.Gone, "link.expired");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_key_of_a_library_opens_no_download(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await house.Buy((await house.File(Content)).Product);

        await (await house.Client().GetAsync($"/downloads/{purchase.Token}")).ShouldRefuse(HttpStatusCode.NotFound, "link.invalid");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task While_the_files_are_out_of_reach_nothing_is_lost_and_the_link_stays_good(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File([.. RandomNumberGenerator.GetBytes(5_000)]);
        var purchase = await house.Buy(file.Product, limit: 2);
        var link = await house.Link(purchase, file);
        var place = Path.Combine(house.FilesFolder, file.Sha256[..2], file.Sha256);

        File.Move(place, place + ".away");
        var down = await house.Client().GetAsync(link);
        File.Move(place + ".away", place);
        var up = await house.Client().GetAsync(link);

        await down.ShouldRefuse(HttpStatusCode.ServiceUnavailable, "file.unavailable");
        Assert.NotNull(down.Headers.RetryAfter);
        Assert.Null(down.Content.Headers.ContentDisposition);
        Assert.Equal(HttpStatusCode.OK, up.StatusCode);
        Assert.Equal(1, (await DownloadsLeft(purchase))!.GetValue<int>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_hostile_file_cannot_run_in_the_store_or_break_its_headers(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File("<script>alert(1)</script>"u8.ToArray(), "../\"evil\r\nX-Injected: 1\u202E.html", "text/html\r\nX-Injected: 1");
        var link = await house.Link(await house.Buy(file.Product), file);

        var response = await house.Client().GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Injected") || response.Content.Headers.Contains("X-Injected"));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("__evilX-Injected_ 1.html", response.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_replaced_file_does_not_change_what_a_link_sends(TestDatabase database)
    {
        house = await houses.On(database);
        var (file, link) = await Bought();
        house.Played.Files[file.Id] = file with { Sha256 = (await house.File([9, 9, 9])).Sha256, Size = 3 };

        Assert.Equal(Content, await house.Client().GetByteArrayAsync(link));
    }

    private async Task<(Emporium.Catalog.Contracts.ProductFile File, string Link)> Bought()
    {
        var file = await house.File(Content);
        return (file, await house.Link(await house.Buy(file.Product), file));
    }

    private Task<HttpResponseMessage> Get(string link, string range, string? ifRange = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.TryAddWithoutValidation("Range", range);
        if (ifRange is not null) request.Headers.IfRange = new RangeConditionHeaderValue(ifRange);
        return house.Client().SendAsync(request);
    }

    private async Task<string> Entitlement(SmallHouse.Purchase purchase) => (await house.Library(purchase.Token))["items"]![0]!["entitlement"]!.GetValue<string>();

    private async Task<JsonNode?> DownloadsLeft(SmallHouse.Purchase purchase) => (await house.Library(purchase.Token))["items"]![0]!["files"]![0]!["downloadsLeft"];
}
