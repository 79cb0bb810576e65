using System.Net;
using Emporium.Legal.Choices;
using Emporium.Platform.Data;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Storefront;

public sealed class ConsentTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Choices = "/privacy/choices";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_choice_and_after_a_no_nothing_is_set_and_nothing_is_noted()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var silent = store.Visitor();
        using var refusing = store.Visitor();
        using var agreeing = store.Visitor();
        using var first = await silent.GetAsync("/products", Ct);
        using var answer = await Choose(refusing, "none");
        await refusing.GetAsync("/products", Ct);
        await Choose(agreeing, "all");
        await agreeing.GetAsync("/legal/terms", Ct);
        await TestStore.Until(async () => (await Notes(store)).Count > 0);

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(CookiesOf(answer), c => c.StartsWith("visitor=", StringComparison.Ordinal));
        Assert.Equal("/legal/terms", Assert.Single(await Notes(store)).Subject);
    }

    [Fact]
    public async Task Who_takes_a_yes_back_is_not_noted_any_more_and_what_was_noted_is_nobodys()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        await Choose(visitor, "all");
        await visitor.GetAsync("/products", Ct);
        await TestStore.Until(async () => (await Notes(store)).Any(n => n.Visitor is not null));
        using var answer = await Choose(visitor, "none");
        await visitor.GetAsync("/legal/terms", Ct);

        Assert.Contains(CookiesOf(answer), c => c.StartsWith("visitor=;", StringComparison.Ordinal));
        Assert.Equal(("/products", null), Assert.Single(await Notes(store)));
    }

    [Fact]
    public async Task Global_Privacy_Control_is_a_no_whatever_was_clicked()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        visitor.DefaultRequestHeaders.Add("Sec-GPC", "1");
        using var answer = await Choose(visitor, "all");

        Assert.DoesNotContain(CookiesOf(answer), c => c.StartsWith("visitor=", StringComparison.Ordinal));
        Assert.Contains("Your browser sends Global Privacy Control", await visitor.Page(Choices), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Each_choice_is_proved_by_a_row_that_names_nobody(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = store.Visitor();
        var before = await store.Do<StoreDb, int>(db => db.Set<ConsentProof>().CountAsync(Ct));
        await visitor.PostAsync(Choices, new FormUrlEncodedContent([new("allow", "statistics"), new("allow", "everything-else")]), Ct);
        var proofs = await store.Do<StoreDb, List<ConsentProof>>(db => db.Set<ConsentProof>().OrderBy(c => c.Id).ToListAsync(Ct));

        Assert.Equal(before + 1, proofs.Count);
        Assert.Equal("statistics", proofs[^1].Purposes);
    }

    [Fact]
    public async Task A_visitors_number_is_believed_only_beside_a_choice_that_allows_it()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var forger = store.Api();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/products");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"visitor={new string('a', 32)}; consent=00000000.1.-");
        await forger.SendAsync(request, Ct);
        using var agreeing = store.Visitor();
        await Choose(agreeing, "all");
        await agreeing.GetAsync("/legal/terms", Ct);
        await TestStore.Until(async () => (await Notes(store)).Count > 0);

        Assert.Equal("/legal/terms", Assert.Single(await Notes(store)).Subject);
    }

    [Fact]
    public async Task The_question_stands_in_shared_pages_and_a_choice_from_another_site_is_refused()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        using var foreign = store.Api();
        using var forged = await foreign.PostAsync(Choices, new FormUrlEncodedContent([new("choice", "all")]), Ct);

        Assert.Contains("consent-bar", await visitor.Page("/products"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    private static async Task<HttpResponseMessage> Choose(HttpClient visitor, string choice)
    {
        var answer = await visitor.PostAsync(Choices, new FormUrlEncodedContent([new("choice", choice), new("back", "/products")]), Ct);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer;
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static async Task<List<(string Subject, string? Visitor)>> Notes(TestStore store)
    {
        var notes = new List<(string, string?)>();
        var path = Path.Combine(store.Folder, "observations.db");
        if (!File.Exists(path)) return notes;
        await using var file = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        await file.OpenAsync(Ct);
        await using var command = new SqliteCommand("select subject, visitor from observations where name = 'page.viewed'", file);
        try
        {
            await using var row = await command.ExecuteReaderAsync(Ct);
            while (await row.ReadAsync(Ct)) notes.Add((row.GetString(0), await row.IsDBNullAsync(1, Ct) ? null : row.GetString(1)));
        }
        catch (SqliteException notYet) when (notYet.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return [];
        }
        return notes;
    }
}
