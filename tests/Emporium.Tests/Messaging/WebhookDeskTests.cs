using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform;
using Emporium.Tests.Accounts;
using Emporium.Tests.Messaging.Support;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;

namespace Emporium.Tests.Messaging;

/// <summary>The room of the settings, and the same through the API.</summary>
public sealed class WebhookDeskTests
{
    private const string Room = "/admin/settings/webhooks";
    private const string Api = "/api/v1/webhook-endpoints";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_owner_adds_an_endpoint_tries_it_and_reads_what_it_answered(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        receiver.Says(202, "<b>Thank you</b>");
        using var owner = await store.Owner();
        Assert.Contains("Nobody listens yet", await owner.Page(Room), StringComparison.Ordinal);

        var added = await owner.Submit($"{Room}/new", Room, ("url", receiver.Url), ("description", "Accounting"), ("which", "some"), ("types", "order.paid"), ("types", "order.refunded"));
        var page = added.Headers.Location!.OriginalString;
        Assert.Contains("order.refunded", await owner.Page(page), StringComparison.Ordinal);
        var secret = await owner.Page($"{page}/secret");
        var tried = await owner.Submit(page, $"{page}/tests", ("type", "order.paid"));
        var message = await owner.Page(tried.Headers.Location!.OriginalString);

        var got = Assert.Single(receiver.All);
        Assert.True(got.Json.GetProperty("isTest").GetBoolean());
        Assert.True(got.IsGenuine(System.Text.RegularExpressions.Regex.Match(secret, "whsec_[A-Za-z0-9+/=]+").Value, store.Clock.Now));
        Assert.Contains(got.Headers["webhook-signature"], message, StringComparison.Ordinal);
        Assert.Contains("<b>Thank you</b>", message, StringComparison.Ordinal);
        Assert.Contains("Accounting", await owner.Page(Room), StringComparison.Ordinal);
        foreach (var other in new[] { $"{page}?status=failed", $"{page}/change", $"{Room}/events" }) Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(other)).StatusCode);
        foreach (var missing in new[] { $"{Room}/whe_1", $"{page}/messages/msg_1", $"{Room}/{EndpointId.New(store.Clock)}/secret" }) Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(missing)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_with_an_address_stands_beside_it()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var owner = await store.Owner();

        var inside = await owner.Submit($"{Room}/new", Room, ("url", "https://192.168.1.1/hooks"), ("which", "all"));
        var nothing = await owner.Submit($"{Room}/new", Room, ("url", "https://1.1.1.1/hooks"), ("which", "some"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, inside.StatusCode);
        Assert.Contains("field-url-error", await inside.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Choose at least one event", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_owner_mends_what_was_given_up(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open(410);
        using var owner = await store.Owner();
        var endpoint = await store.Listen(receiver.Url);
        var page = $"{Room}/{endpoint.Id}";
        await store.Happens(new Thing(store));
        await store.AllBecome(endpoint.Id, MessageStatus.Failed);

        Assert.Contains("is switched off", await owner.Page(Room), StringComparison.Ordinal);
        Assert.Contains("Switch on", await owner.Page(page), StringComparison.Ordinal);
        receiver.Says(200);
        await owner.Submit(page, $"{page}/enablement", ("missed", "send"));
        await store.Opened(endpoint.Id);
        await owner.Submit(page, $"{page}/replays", ("since", store.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);
        var message = await store.Message(endpoint.Id);
        await owner.Submit($"{page}/messages/{message.Id}", $"{page}/messages/{message.Id}/replays");
        await receiver.Got(3);
        await owner.Submit(page, $"{page}/disablement");
        Assert.Equal(DisabledBy.Person, (await store.Endpoint(endpoint.Id)).Reason);
        await owner.Submit(page, $"{page}/deletion");

        Assert.Contains("Nobody listens yet", await owner.Page(Room), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_program_does_what_a_person_can(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        using var api = await store.Owner();
        var (key, body) = (Buying.NewKey(), new { url = receiver.Url, types = new[] { "product.archived" } });

        var made = await Send(api, HttpMethod.Post, Api, body, key).Answer(HttpStatusCode.Created);
        var again = await Send(api, HttpMethod.Post, Api, body, key).Answer(HttpStatusCode.Created);
        var (id, secret) = (made.GetProperty("id").GetString()!, made.GetProperty("secret").GetString());
        Assert.Equal((id, secret), (again.GetProperty("id").GetString(), again.GetProperty("secret").GetString()));
        await store.Opened(EndpointId.Parse(id, null));
        await store.Happens(new Thing(store));
        await receiver.Got(1);
        await store.AllBecome(EndpointId.Parse(id, null), MessageStatus.Sent);

        var messages = (await Send(api, HttpMethod.Get, $"{Api}/{id}/messages?status=sent").Answer(HttpStatusCode.OK)).GetProperty("items");
        var message = messages[0].GetProperty("id").GetString();
        await Send(api, HttpMethod.Get, $"{Api}/{id}/messages?status=lost").Refuses(HttpStatusCode.UnprocessableEntity, "message.status_unknown");
        var whole = await Send(api, HttpMethod.Get, $"{Api}/{id}/messages/{message}").Answer(HttpStatusCode.OK);
        await Send(api, HttpMethod.Post, $"{Api}/{id}/messages/{message}/replays").Answer(HttpStatusCode.NoContent);
        await receiver.Got(2);
        var tested = await Send(api, HttpMethod.Post, $"{Api}/{id}/tests", new { type = "order.paid" }).Answer(HttpStatusCode.OK);
        await Send(api, HttpMethod.Post, $"{Api}/{id}/messages/{tested.GetProperty("message").GetProperty("id")}/replays").Refuses(HttpStatusCode.Conflict, "message.is_trial");
        var rotated = await Send(api, HttpMethod.Post, $"{Api}/{id}/secret/rotation", new { atOnce = true }).Answer(HttpStatusCode.OK);
        var shown = await Send(api, HttpMethod.Get, $"{Api}/{id}/secret").Answer(HttpStatusCode.OK);
        var changed = await Send(api, HttpMethod.Put, $"{Api}/{id}", new { url = receiver.Url, description = "All of it" }).Answer(HttpStatusCode.OK);
        var off = await Send(api, HttpMethod.Post, $"{Api}/{id}/disablement").Answer(HttpStatusCode.OK);
        await Send(api, HttpMethod.Post, $"{Api}/{id}/replays", new { since = store.Clock.Now }).Refuses(HttpStatusCode.Conflict, "endpoint.disabled");
        await Send(api, HttpMethod.Post, $"{Api}/{id}/enablement", new { sendMissed = false }).Answer(HttpStatusCode.OK);
        var list = (await Send(api, HttpMethod.Get, Api).Answer(HttpStatusCode.OK)).GetProperty("items");
        await Send(api, HttpMethod.Delete, $"{Api}/{id}").Answer(HttpStatusCode.NoContent);
        await Send(api, HttpMethod.Get, $"{Api}/{id}").Refuses(HttpStatusCode.NotFound, "endpoint.not_found");

        Assert.Equal("200", whole.GetProperty("message").GetProperty("outcome").GetString());
        Assert.Equal(System.Text.Encoding.UTF8.GetString(receiver.All[0].Body), whole.GetProperty("body").GetString());
        Assert.NotEqual(secret, rotated.GetProperty("value").GetString());
        Assert.Equal(rotated.GetProperty("value").GetString(), shown.GetProperty("value").GetString());
        Assert.False(shown.TryGetProperty("previousUntil", out _));
        Assert.Equal(("All of it", 0, "disabled"), (changed.GetProperty("description").GetString(), changed.GetProperty("types").GetArrayLength(), off.GetProperty("status").GetString()));
        Assert.False(list[0].TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task A_program_is_refused_what_makes_no_sense()
    {
        await using var store = await Hooks.Open(TestDatabase.Sqlite);
        using var api = await store.Owner();

        await Send(api, HttpMethod.Post, Api, new { url = "https://127.0.0.1/", types = new[] { "order.eaten" } }).Refuses(HttpStatusCode.UnprocessableEntity, "webhook.type_unknown");
        await Send(api, HttpMethod.Post, Api, new { url = "https://10.0.0.1/" }).Refuses(HttpStatusCode.UnprocessableEntity, "webhook.url_private");
        for (var i = 0; i < 20; i++) await Send(api, HttpMethod.Post, Api, new { url = "https://127.0.0.1/" }).Answer(HttpStatusCode.Created);
        await Send(api, HttpMethod.Post, Api, new { url = "https://127.0.0.1/" }).Refuses(HttpStatusCode.Conflict, "webhook.too_many");
    }

    [Fact]
    public async Task A_stranger_reads_nothing()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);

        foreach (var page in new[] { Room, $"{Room}/events", $"{Room}/new" }) Assert.NotEqual(HttpStatusCode.OK, (await store.Visitor().GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await store.Api().GetAsync(Api)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient api, HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), null, Json.Options) };
        request.Headers.Add("Idempotency-Key", key ?? Buying.NewKey());
        request.Headers.Accept.ParseAdd("application/json");
        return await api.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
