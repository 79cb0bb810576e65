using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Accounts;

/// <summary>Programs that sign in with a key.</summary>
public sealed partial class ApiKeyTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Page = "/admin/settings/api-keys";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_key_made_on_the_desk_is_shown_once_and_opens_what_its_scopes_say(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var id = FormId().Match(await owner.GetStringAsync(Page, Ct)).Groups[1].Value;
        (string, string)[] form = [("id", id), ("name", "Website"), ("expires", "90"), ("scopes", "team.manage")];

        var page = await (await owner.Submit(Page, Page, form)).Content.ReadAsStringAsync(Ct);
        var again = await owner.Submit(Page, Page, form);
        var key = Key().Match(page).Value;
        using var program = store.Api().With(key);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/team", Ct)).StatusCode);
        Assert.Equal("permission.missing", await Code(await program.GetAsync("/api/v1/api-keys", Ct)));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.DoesNotContain(key, await owner.GetStringAsync(Page, Ct), StringComparison.Ordinal);
        Assert.True(await store.Do<StoreDb, bool>(db => db.Set<ApiKey>().AnyAsync(k => k.Hash == KeyVisitor.HashOf(key) && k.LastUsedAt != null)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_key_that_lets_nobody_in_says_why(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.NewOwner();
        var (good, revoked) = (await store.NewKey(owner, "team.manage"), await store.NewKey(owner, "team.manage"));
        await store.Do<StoreDb>(async db =>
        {
            (await db.Set<ApiKey>().SingleAsync(k => k.Hash == KeyVisitor.HashOf(revoked))).Revoke(store.Clock.Now);
            await db.SaveChangesAsync();
        });

        Assert.Equal("api_key.malformed", await Refused(store, good[..^1] + (good[^1] == 'a' ? 'b' : 'a')));
        Assert.Equal("api_key.malformed", await Refused(store, "emp_nothing"));
        Assert.Equal("api_key.unknown", await Refused(store, KeyVisitor.Foreign()));
        Assert.Equal("api_key.wrong_mode", await Refused(store, KeyVisitor.Foreign(isTest: false)));
        Assert.Equal("api_key.revoked", await Refused(store, revoked));
        Assert.Equal("session.required", await Refused(store, "something else"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_key_ends_with_its_term(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var key = await store.NewKey(await store.NewOwner(), "team.manage");

        store.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal("api_key.expired", await Refused(store, key));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_its_maker_loses_the_key_loses(TestDatabase database)
    {
        var store = await stores.On(database);
        var maker = await store.NewMember("developer");
        var key = await store.NewKey(maker, "api_keys.manage");
        using var program = store.Api().With(key);
        var before = await program.GetAsync("/api/v1/api-keys", Ct);

        await store.Do<StoreDb>(async db =>
        {
            (await db.Set<StaffMember>().SingleAsync(m => m.Email == maker)).Take(new RoleChoice(StaffRole.Support));
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("permission.missing", await Code(await program.GetAsync("/api/v1/api-keys", Ct)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_makes_a_key_that_may_do_more_than_they(TestDatabase database)
    {
        var store = await stores.On(database);
        using var program = store.Api().With(await store.NewKey(await store.NewMember("developer"), "api_keys.manage"));

        var above = await Post(program, new { name = "Too much", scopes = new[] { "orders.refund" }, expiresAt = store.Clock.Now.AddDays(1) });
        var longer = await Post(program, new { name = "Too long", scopes = new[] { "api_keys.manage" }, expiresAt = store.Clock.Now.AddDays(60) });
        var fine = await Post(program, new { name = "Child", scopes = new[] { "api_keys.manage" }, expiresAt = store.Clock.Now.AddDays(1) });

        Assert.Equal("permission.above_own", await Code(above));
        Assert.Equal("api_key.outlives_own", await Code(longer));
        Assert.Equal(HttpStatusCode.Created, fine.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task After_a_rotation_both_keys_work_until_the_grace_is_over(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var old = await store.NewKey(await store.NewOwner(), "api_keys.manage");
        using var program = store.Api().With(old);
        var id = (await Read(await program.GetAsync("/api/v1/api-keys", Ct))).GetProperty("items")[0].GetProperty("id").GetString();

        var made = await Read(await Post(program, new { graceHours = 1 }, $"/api/v1/api-keys/{id}/rotate"));
        using var next = store.Api().With(made.GetProperty("secret").GetString()!);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await program.GetAsync("/api/v1/api-keys", Ct)).StatusCode, (await next.GetAsync("/api/v1/api-keys", Ct)).StatusCode));

        store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("api_key.expired", await Code(await program.GetAsync("/api/v1/api-keys", Ct)));
        Assert.Equal(HttpStatusCode.OK, (await next.GetAsync("/api/v1/api-keys", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_key_is_limited_by_itself_and_not_by_its_address()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["RateLimits:KeyPerMinute"] = "2" });
        var owner = await store.NewOwner();
        using var busy = store.Api().With(await store.NewKey(owner, "team.manage"));
        using var calm = store.Api().With(await store.NewKey(owner, "team.manage"));

        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/api/v1/team", Ct)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await busy.GetAsync("/api/v1/team", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("/api/v1/team", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_key_opens_no_page_of_the_desk()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var program = store.Api().With(await store.NewKey(await store.NewOwner(), "team.manage"));

        Assert.Equal(HttpStatusCode.Found, (await program.GetAsync("/admin/settings/team", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_product_is_made_with_a_key()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var program = store.Api().With(await store.NewKey(await store.NewOwner(), "catalog.edit"));

        var answer = await Post(program, new { slug = "by-key", kind = "ebook", title = "Made by key", prices = new[] { new { minor = 500, currency = "EUR" } } }, "/api/v1/admin/products");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string?> Refused(TestStore store, string key)
    {
        using var program = store.Api().With(key);
        using var answer = await program.GetAsync("/api/v1/team", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return await Code(answer);
    }

    private static Task<HttpResponseMessage> Post(HttpClient program, object body, string path = "/api/v1/api-keys")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return program.SendAsync(request, Ct);
    }

    private static Task<JsonElement> Read(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Ct);

    private static async Task<string?> Code(HttpResponseMessage answer) => (await Read(answer)).GetProperty("code").GetString();

    [GeneratedRegex("emp_test_[0-9A-Za-z]{38}")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"id\" value=\"(key_[^\"]+)\"")]
    private static partial Regex FormId();
}
