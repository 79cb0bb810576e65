using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>What is written and not published: kept beside the published text, seen by nobody else, and never lost to a colleague.</summary>
public sealed class DraftTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Visitors_see_a_draft_only_once_it_is_published(TestDatabase database)
    {
        var (store, product, slug) = await Begun(database);
        using var ida = await store.Owner();
        using var visitor = store.Visitor();
        var fields = await ida.OpenEditor(product);
        await visitor.GetStringAsync($"/products/{slug}", Ct);

        fields["title"] = "A better title";
        Assert.Equal(HttpStatusCode.OK, (await ida.Autosave(product, fields)).StatusCode);

        Assert.DoesNotContain("A better title", await visitor.GetStringAsync($"/products/{slug}", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("A better title", await visitor.GetStringAsync($"/api/v1/products/{slug}", Ct), StringComparison.Ordinal);
        Assert.Contains("A better title", await ida.GetStringAsync($"/admin/products/{product}", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ida.Publish(product, fields)).StatusCode);
        Assert.Contains("A better title", await visitor.GetStringAsync($"/products/{slug}", Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_preview_shows_the_draft_to_the_staff_alone_and_is_kept_nowhere(TestDatabase database)
    {
        var (store, product, _) = await Begun(database);
        using var ida = await store.Owner();
        var fields = await ida.OpenEditor(product);
        (fields["title"], fields["description"]) = ("Only written", "Words **not published**.");
        await ida.Autosave(product, fields);

        var answer = await ida.GetAsync($"/admin/products/{product}/preview", Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Contains("Only written", page, StringComparison.Ordinal);
        Assert.Contains("<strong>not published</strong>", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        using var stranger = store.Visitor();
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync($"/admin/products/{product}/preview", Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_second_of_two_who_write_is_told_who_changed_what_and_chooses_field_by_field(TestDatabase database)
    {
        var (store, product, slug) = await Begun(database);
        using var first = await store.Owner();
        using var second = await store.Owner();
        var (theirs, mine) = (await first.OpenEditor(product), await second.OpenEditor(product));
        mine["pitch"] = "My pitch.";
        mine["title"] = "My title";
        await second.Autosave(product, mine);
        (theirs["title"], theirs["subtitle"]) = ("Their title", "Their subtitle");
        await first.Publish(product, theirs);

        var told = await (await second.Autosave(product, mine)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(["Title", "Subtitle"], told.GetProperty("moved").GetProperty("fields").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal("Ida Halbert", told.GetProperty("moved").GetProperty("by").GetString());

        var refused = await second.Publish(product, mine);
        Assert.Equal($"/admin/products/{product}/compare", refused.Headers.Location?.ToString());
        var page = await second.GetStringAsync($"/admin/products/{product}/compare", Ct);
        Assert.Contains("Their title", page, StringComparison.Ordinal);
        Assert.Contains("My title", page, StringComparison.Ordinal);
        Assert.Contains("Both changed", page, StringComparison.Ordinal);

        await Choose(second, product, page, ("take-title", "yours"), ("take-subtitle", "theirs"), ("take-pitch", "yours"));
        await second.Publish(product, await second.OpenEditor(product));
        var shown = await (await store.Api().GetAsync($"/api/v1/products/{slug}", Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(("My title", "Their subtitle", "My pitch."), (shown.GetProperty("title").GetString(), shown.GetProperty("subtitle").GetString(), shown.GetProperty("pitch").GetString()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_person_in_two_windows_is_told_and_can_compare(TestDatabase database)
    {
        var (store, product, _) = await Begun(database);
        using var ida = await store.Owner();
        var (left, right) = (await ida.OpenEditor(product), await ida.OpenEditor(product));
        left["title"] = "From the left";
        await ida.Autosave(product, left);
        right["title"] = "From the right";

        Assert.Equal(HttpStatusCode.Conflict, (await ida.Autosave(product, right)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ida.Publish(product, right)).StatusCode);
        var page = await (await ida.PostAsync($"/admin/products/{product}/compare", new FormUrlEncodedContent(right), Ct)).Content.ReadAsStringAsync(Ct);
        Assert.Contains("From the left", page, StringComparison.Ordinal);
        Assert.Contains("From the right", page, StringComparison.Ordinal);

        await Choose(ida, product, page, ("take-title", "yours"));
        Assert.Equal("From the right", (await ida.OpenEditor(product))["title"]);
    }

    [Fact]
    public async Task A_file_that_is_added_meanwhile_disturbs_no_one_who_writes()
    {
        var (store, product, _) = await Begun(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var fields = await ida.OpenEditor(product);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "notes.pdf" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await ida.PostAsync($"/admin/products/{product}/files", form, Ct)).StatusCode);

        fields["title"] = "Written before the file";
        var published = await ida.Publish(product, fields);

        Assert.Equal($"/admin/products/{product}?published", published.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Half_a_price_is_kept_in_a_draft_and_refused_when_it_is_published()
    {
        var (store, product, _) = await Begun(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var fields = await ida.OpenEditor(product);
        fields["amount"] = "29.";
        fields["currency"] = "EU";

        Assert.Equal(HttpStatusCode.OK, (await ida.Autosave(product, fields)).StatusCode);
        var refused = await ida.Publish(product, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("no currency of ISO 4217", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_what_is_published_stands()
    {
        var (store, product, slug) = await Begun(TestDatabase.Sqlite);
        using var ida = await store.Owner();
        var fields = await ida.OpenEditor(product);
        fields["title"] = "Never mind";
        await ida.Autosave(product, fields);

        await ida.Submit($"/admin/products/{product}", $"/admin/products/{product}/draft/discard");

        Assert.Equal($"The work {slug}", (await ida.OpenEditor(product))["title"]);
    }

    private static Task<HttpResponseMessage> Choose(HttpClient editor, ProductId product, string page, params (string Name, string Value)[] choices)
    {
        var hidden = System.Text.RegularExpressions.Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return editor.PostAsync($"/admin/products/{product}/merge", new FormUrlEncodedContent(hidden.Concat(choices).DistinctBy(f => f.Item1).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), Ct);
    }

    private async Task<(TestStore Store, ProductId Product, string Slug)> Begun(TestDatabase database)
    {
        var store = await stores.On(database);
        var slug = $"draft-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        return (store, await store.Put(Drafts.Of(slug) with { Prices = [new Money(2_900, "EUR")] }), slug);
    }
}
