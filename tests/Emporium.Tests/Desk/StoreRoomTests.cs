using System.Net;
using Emporium.Tests.Accounts;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;

namespace Emporium.Tests.Desk;

public sealed class StoreRoomTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Room = "/admin/settings/store";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_the_store_calls_itself_is_seen_by_the_next_visitor(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        using var visitor = store.Visitor();
        await visitor.GetStringAsync("/", Ct);
        var answer = await Save(owner, ("name", "Kettle & Sons"), ("sentence", "Kettles, drawn by hand."), ("supportEmail", "hello@kettle.example"), ("currency", "EUR"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Kettle & Sons", await visitor.Page("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Kettles.", "hello@kettle.example", "EUR", "Give the store a name.")]
    [InlineData("Kettle", "", "hello@kettle.example", "EUR", "Say in one sentence")]
    [InlineData("Kettle", "Kettles.", "Ada <ada@kettle.example>", "EUR", "Write an e-mail address")]
    [InlineData("Kettle", "Kettles.", "hello@kettle.example", "XXX", "Choose a currency")]
    public async Task What_cannot_be_is_said_beside_its_field(string name, string sentence, string email, string currency, string sentenceBack)
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        var answer = await Save(owner, ("name", name), ("sentence", sentence), ("supportEmail", email), ("currency", currency));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentenceBack, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Save(HttpClient owner, params (string, string)[] fields)
    {
        var html = await owner.GetStringAsync(Room, Ct);
        const string mark = "name=\"version\" value=\"";
        var start = html.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return await owner.Submit(Room, Room, [.. fields, ("version", html[start..html.IndexOf('"', start)])]);
    }
}
