using System.Net;
using System.Net.Http.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Machinery.Http;

public sealed class IdempotencyTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_and_body_give_the_same_answer_and_create_once(TestDatabase database)
    {
        var (store, key) = (await stores.On(database), Buying.NewKey());

        using var first = await store.Post("/api/v1/carts", new { currency = "EUR" }, key);
        using var again = await store.Post("/api/v1/carts", new { currency = "EUR" }, key);

        Assert.Equal(first.StatusCode, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await again.Content.ReadAsStringAsync(Ct));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotent-Replayed")));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_request_fifty_times_at_once_creates_once(TestDatabase database)
    {
        var (store, key) = (await stores.On(database), Buying.NewKey());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
            (await store.Post("/api/v1/carts", new { currency = "EUR" }, key).Answer(HttpStatusCode.Created)).GetProperty("id").GetString()));

        Assert.Single(answers.Distinct());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_with_another_body_is_refused(TestDatabase database)
    {
        var (store, key) = (await stores.On(database), Buying.NewKey());
        await store.Post("/api/v1/carts", new { currency = "EUR" }, key).Answer(HttpStatusCode.Created);

        await store.Post("/api/v1/carts", new { currency = "USD" }, key).Refuses(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_key_that_can_be_guessed_or_is_missing_is_refused(TestDatabase database)
    {
        var store = await stores.On(database);
        using var api = store.Api();

        await store.Post("/api/v1/carts", new { }, "1").Refuses(HttpStatusCode.UnprocessableEntity, "idempotency.key_required");
        await api.PostAsJsonAsync("/api/v1/carts", new { }, Ct).Refuses(HttpStatusCode.UnprocessableEntity, "idempotency.key_required");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task After_a_day_a_key_is_new_again(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var key = Buying.NewKey();
        var first = (await store.Post("/api/v1/carts", new { }, key).Answer(HttpStatusCode.Created)).GetProperty("id").GetString();

        store.Clock.Advance(TimeSpan.FromHours(25));

        Assert.NotEqual(first, (await store.Post("/api/v1/carts", new { }, key).Answer(HttpStatusCode.Created)).GetProperty("id").GetString());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_answers_of_a_day_share_a_key_that_goes_after_the_last_of_them(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        for (var i = 0; i < 3; i++) await store.Post("/api/v1/carts", new { }, Buying.NewKey()).Answer(HttpStatusCode.Created);
        Assert.Equal(1, await DayKeys(store));

        store.Clock.Advance(TimeSpan.FromHours(25));
        await Expire(store);
        Assert.Equal(1, await DayKeys(store));

        store.Clock.Advance(TimeSpan.FromHours(24));
        await Expire(store);
        Assert.Equal(0, await DayKeys(store));
    }

    private static Task<int> DayKeys(TestStore store) =>
        store.Do<StoreDb, int>(db => db.Set<SubjectKey>().CountAsync(k => k.Subject.StartsWith("answers "), Ct));

    private static Task Expire(TestStore store) =>
        store.Do<StoreDb>(db => new ExpireRows(db, store.Clock).Run(Ct));
}
