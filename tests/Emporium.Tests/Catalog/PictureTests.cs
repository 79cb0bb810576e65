using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Pictures;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>Pictures of products: described before they are shown, in the size that a screen needs.</summary>
public sealed class PictureTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_picture_is_shown_once_somebody_says_what_it_shows(TestDatabase database)
    {
        var (store, product, slug) = await Begun(database);
        var picture = await Add(store, product, Images.Png(2_000, 1_000), alt: "", [Images.Webp(480, 240), Images.Webp(960, 480)]);
        using var visitor = store.Visitor();
        Assert.DoesNotContain($"{picture.Id}", await visitor.GetStringAsync($"/products/{slug}", Ct), StringComparison.Ordinal);

        await store.Do<ChangePicture, PictureAnswer>(c => c.Handle(product, picture.Id, new("A copper kettle"), Ct));

        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync($"/products/{slug}", Ct));
        Assert.Contains("alt=\"A copper kettle\"", page, StringComparison.Ordinal);
        Assert.Contains($"srcset=\"/pictures/{picture.Id}.480.webp 480w, /pictures/{picture.Id}.960.webp 960w\"", page, StringComparison.Ordinal);
        Assert.Contains("width=\"2000\" height=\"1000\"", page, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:image\" content=\"{store.Url}/pictures/{picture.Id}.960.webp\"", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nothing_is_published_while_a_picture_says_nothing(TestDatabase database)
    {
        var (store, product, _) = await Begun(database);
        var picture = await Add(store, product, Images.Png(100, 100), alt: "", []);
        using var ida = await store.Owner();

        var refused = await ida.Publish(product, await ida.OpenEditor(product));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Say what the picture", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);

        await store.Do<ChangePicture, PictureAnswer>(c => c.Handle(product, picture.Id, new(IsDecorative: true), Ct));
        Assert.Equal(HttpStatusCode.SeeOther, (await ida.Publish(product, await ida.OpenEditor(product))).StatusCode);
    }

    [Fact]
    public async Task The_picture_of_a_draft_is_for_the_staff_alone()
    {
        var (store, product, _) = await Begun(TestDatabase.Sqlite, isPublished: false);
        var picture = await Add(store, product, Images.Png(100, 100), "A kettle", []);
        using var visitor = store.Visitor();
        using var ida = await store.Owner();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/pictures/{picture.Id}.full.png", Ct)).StatusCode);
        var shown = await ida.GetAsync($"/pictures/{picture.Id}.full.png", Ct);
        Assert.Equal((HttpStatusCode.OK, "image/png", true), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType, shown.Headers.CacheControl?.NoStore));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_first_picture_is_the_cover_and_the_order_can_be_changed()
    {
        var (store, product, slug) = await Begun(TestDatabase.Sqlite);
        var first = await Add(store, product, Images.Png(100, 100), "First", []);
        var second = await Add(store, product, Images.Png(200, 100), "Second", []);

        await store.Do<ChangePicture, PictureAnswer>(c => c.Handle(product, second.Id, new("Second", Place: 0), Ct));

        var shown = await store.Api().GetFromJsonAsync<JsonElement>($"/api/v1/products/{slug}", Ct);
        Assert.Equal(["Second", "First"], shown.GetProperty("pictures").EnumerateArray().Select(p => p.GetProperty("alt").GetString()));
        Assert.Equal($"{store.Url}/pictures/{second.Id}.full.png", shown.GetProperty("cover").GetString());
        await store.Do<ChangePicture>(c => c.Remove(product, second.Id, Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await store.Api().GetAsync($"/pictures/{second.Id}.full.png", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await store.Api().GetAsync($"/pictures/{first.Id}.full.png", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_form_without_scripts_adds_the_original_alone_and_refuses_an_svg()
    {
        var (store, product, _) = await Begun(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var token = (await ida.OpenEditor(product))["__RequestVerificationToken"];

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(ida, product, token, Images.Gif(20, 20), "tiny.gif")).StatusCode);
        var refused = await Send(ida, product, token, "<svg onload='alert(1)'/>"u8.ToArray(), "cover.png");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("An SVG can hold scripts", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient editor, ProductId product, string token, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "picture", name } };
        return await editor.PostAsync($"/admin/products/{product}/pictures", form, Ct);
    }

    private static Task<PictureAnswer> Add(TestStore store, ProductId product, byte[] original, string alt, IReadOnlyList<byte[]> copies) =>
        store.Do<AddPicture, PictureAnswer>(add => add.Handle(product, "cover.png", original, copies, alt, isDecorative: false, Ct));

    private async Task<(TestStore Store, ProductId Product, string Slug)> Begun(TestDatabase database, bool isPublished = true)
    {
        var store = await stores.On(database);
        var slug = $"pictured-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        return (store, await store.Put(Drafts.Of(slug) with { IsPublished = isPublished }), slug);
    }
}
