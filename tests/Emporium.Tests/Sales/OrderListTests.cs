using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Accounts.Contracts;
using Emporium.Licensing.Licenses;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Accounts;
using Emporium.Tests.Catalog;
using Emporium.Tests.Support;
using static Emporium.Tests.Sales.Make;

namespace Emporium.Tests.Sales;

/// <summary>Finding orders, taking them away as a file, and doing something with several of them.</summary>
public sealed partial class OrderListTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Pages_of_orders_of_the_same_moment_hold_each_of_them_once_forwards_and_back(TestDatabase database)
    {
        var store = await stores.On(database);
        var (mark, all) = await Many(store, 120);
        using var owner = await store.Owner();

        var (seen, last) = await Walk(owner, $"/admin/orders?q={mark}", NextLink());
        var (back, _) = await Walk(owner, last, PreviousLink());

        Assert.Equal(all.OrderDescending(), seen.SelectMany(page => page));
        Assert.Equal(seen.AsEnumerable().Reverse().SelectMany(page => page), back.SelectMany(page => page));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_export_is_the_list_as_it_is_filtered_and_sorted(TestDatabase database)
    {
        var store = await stores.On(database);
        var (mark, _) = await Many(store, 620);
        using var owner = await store.Owner();
        var query = $"q={mark}&total_from=20&sort=total";

        var (pages, _) = await Walk(owner, $"/admin/orders?{query}", NextLink());
        var csv = (await owner.GetStringAsync($"/admin/orders/export.csv?{query}", Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var json = JsonDocument.Parse(await owner.GetStringAsync($"/admin/orders/export.json?{query}", Ct)).RootElement.EnumerateArray().Select(IdOf).ToList();
        var lines = (await owner.GetStringAsync($"/admin/orders/export.jsonl?{query}", Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => IdOf(JsonDocument.Parse(line).RootElement));

        var shown = pages.SelectMany(page => page).ToList();
        Assert.InRange(shown.Count, 300, 619);
        Assert.Equal(shown, json);
        Assert.Equal(shown, lines);
        Assert.Equal(shown, csv[1..].Select(line => Id().Match(line).Value));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_order_is_found_by_whatever_names_it(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        var order = await store.Order(id);
        var payment = (await store.Do<IPayments, IReadOnlyList<PaymentSummary>>(payments => payments.For(id.ToString(), Ct))).Single();
        using var owner = await store.Owner();

        foreach (var text in (string[])[order.Number, order.Number[2..].ToLowerInvariant(), id.ToString(), payment.GatewayReference!, payment.Id.ToString()])
            Assert.Equal([id.ToString()], Ids(await owner.Page($"/admin/orders?q={text}")));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_order_is_found_by_its_license_key(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Put(Drafts.Of($"k-{Buying.NewKey()[^12..]}") with { IssuesLicense = true }));
        var order = await store.Order(id);
        var key = await store.Do<KeyRing, string>(keys => KeyOf(keys, order));
        using var owner = await store.Owner();

        Assert.Equal([id.ToString()], Ids(await owner.Page($"/admin/orders?q={key}")));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_name_and_an_address_are_found_by_how_they_begin_and_signs_mean_themselves(TestDatabase database)
    {
        var store = await stores.On(database);
        var mark = Buying.NewKey()[^12..];
        var percent = await Put(store, $"{mark}%x@example.org", "Zoë Ångström-" + mark);
        await Put(store, $"{mark}yx@example.org", null);
        using var owner = await store.Owner();

        Assert.Equal(2, Ids(await owner.Page($"/admin/orders?q={mark}")).Count);
        Assert.Equal([percent], Ids(await owner.Page($"/admin/orders?q={mark}%25X%40")));
        Assert.Equal([percent], Ids(await owner.Page($"/admin/orders?q={Uri.EscapeDataString("zoë ÅNGSTRÖM-" + mark)}")));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Filters_narrow_together_and_a_wrong_one_says_what_to_do(TestDatabase database)
    {
        var store = await stores.On(database);
        var (mark, all) = await Many(store, 6);
        using var owner = await store.Owner();
        var today = store.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(all.Count, Ids(await owner.Page($"/admin/orders?q={mark}&country=PT&status=Placed&placed_from={today}&placed_to={today}")).Count);
        Assert.Empty(Ids(await owner.Page($"/admin/orders?q={mark}&country=DE")));
        Assert.Empty(Ids(await owner.Page($"/admin/orders?q={mark}&book=Live")));
        Assert.Contains("Write the day as year, month and day", await owner.Page("/admin/orders?placed_from=yesterday"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_name_that_a_spreadsheet_would_run_leaves_as_text(TestDatabase database)
    {
        var store = await stores.On(database);
        var mark = Buying.NewKey()[^12..];
        await Put(store, $"{mark}@example.org", "=cmd|' /C calc'!A0");
        using var owner = await store.Owner();

        Assert.Contains(",'=cmd|' /C calc'!A0,", await owner.GetStringAsync($"/admin/orders/export.csv?q={mark}", Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_saved_view_is_its_owners_until_it_is_shared_and_nobody_elses_to_delete(TestDatabase database)
    {
        var store = await stores.On(database);
        using var ida = await store.Owner();
        using var max = await store.Member("support");
        var name = $"Mine {Buying.NewKey()[^8..]}";

        var saved = await ida.Submit("/admin/orders?status=Paid&country=PT", "/admin/orders/views", ("name", name), ("query", "country=PT&status=Paid&evil=1"));
        Assert.Equal("/admin/orders?country=PT&status=Paid", saved.Headers.Location?.OriginalString);
        var page = await ida.Page("/admin/orders?status=Paid&country=PT");
        var delete = Delete().Match(page).Value;
        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.DoesNotContain(name, await max.Page("/admin/orders"), StringComparison.Ordinal);

        await ida.Submit("/admin/orders?status=Paid&country=PT", "/admin/orders/views", ("name", name), ("query", "country=PT&status=Paid"), ("shared", "true"));
        Assert.Contains(name, await max.Page("/admin/orders"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await max.Submit("/admin/orders?status=Paid&country=PT", delete)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ida.Submit("/admin/orders?status=Paid&country=PT", delete)).StatusCode);
        Assert.DoesNotContain(name, await max.Page("/admin/orders"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Receipts_of_chosen_orders_leave_again_once_for_two_clicks(TestDatabase database)
    {
        var store = await stores.On(database);
        var (paid, _) = await store.Bought(await store.Product());
        var unpaid = await Put(store, "nobody@example.org", null);
        using var owner = await store.Owner();

        for (var click = 0; click < 2; click++)
        {
            var answer = await owner.Submit("/admin/orders", "/admin/orders/acts/resend-receipts", ("id", paid.ToString()), ("id", unpaid), ("query", "sort=total"));
            Assert.Contains("One receipt is on its way.", await owner.Page(answer.Headers.Location!.OriginalString), StringComparison.Ordinal);
        }

        var letters = await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(mail => mail.About(paid.ToString(), Ct));
        Assert.Equal(["order.receipt", "order.receipt"], letters.Select(l => l.Kind));
        Assert.Empty(await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(mail => mail.About(unpaid, Ct)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Chosen_orders_are_exported_and_no_others(TestDatabase database)
    {
        var store = await stores.On(database);
        var (_, all) = await Many(store, 3);
        using var owner = await store.Owner();

        var answer = await owner.Submit("/admin/orders", "/admin/orders/export", ("id", all[0]), ("id", all[2]));
        var csv = await owner.GetStringAsync(answer.Headers.Location!.OriginalString, Ct);

        Assert.Equal(((string[])[all[0], all[2]]).Order(), Id().Matches(csv).Select(m => m.Value).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_program_reads_the_same_list_with_the_same_filters(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (paid, _) = await store.Bought(await store.Product());
        var (waiting, _, _) = await store.Placed(await store.Cart(await store.Product(1_200)));
        using var owner = await store.Owner();

        Assert.Equal([$"{waiting}", $"{paid}"], await Ids(owner, ""));
        Assert.Equal([$"{paid}"], await Ids(owner, "?status=Paid"));
        Assert.Equal([$"{waiting}"], await Ids(owner, "?sort=total&limit=1"));
        Assert.Equal([], await Ids(owner, "?q=nobody"));
        owner.DefaultRequestHeaders.Remove("Accept");
        await owner.GetAsync("/api/v1/orders?status=Lost").Refuses(HttpStatusCode.UnprocessableEntity, "list.filter_invalid");
        await store.Send(HttpMethod.Get, "/api/v1/orders").Refuses(HttpStatusCode.Unauthorized, "session.required");

        static async Task<IEnumerable<string?>> Ids(HttpClient owner, string query) =>
            (await owner.GetAsync($"/api/v1/orders{query}").Answer(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(o => o.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Who_may_not_export_sees_no_way_to_and_finds_none()
    {
        using var support = await (await stores.On(TestDatabase.Sqlite)).Member("support");

        Assert.DoesNotContain("export.csv", await support.Page("/admin/orders"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.GetAsync("/admin/orders/export.csv", Ct)).StatusCode);
    }

    private static async Task<string> KeyOf(KeyRing keys, Order order) => (await keys.Of(order.Lines[0].Id, order.CustomerId, Ct)).Single().Key!;

    /// <summary>Orders whose addresses begin with one mark, placed at one moment, with two totals.</summary>
    private static async Task<(string Mark, IReadOnlyList<string> Ids)> Many(TestStore store, int count)
    {
        var mark = Buying.NewKey()[^12..];
        var clock = new FrozenClock(store.Clock.Now);
        var orders = Enumerable.Range(0, count).Select(i => New(clock, $"{mark}{i}@example.org", null, i % 3 == 0 ? 1_000 : 2_000)).ToList();
        await store.Do<StoreDb>(async db =>
        {
            db.AddRange(orders);
            await db.SaveChangesAsync(Ct);
        });
        return (mark, [.. orders.Select(o => o.Id.ToString())]);
    }

    private static async Task<string> Put(TestStore store, string email, string? name)
    {
        var order = New(store.Clock, email, name, 1_000);
        await store.Do<StoreDb>(async db =>
        {
            db.Add(order);
            await db.SaveChangesAsync(Ct);
        });
        return order.Id.ToString();
    }

    private static Order New(TimeProvider clock, string email, string? name, long cents) => Emporium.Sales.Orders.Order.Place(
        Make.Cart(), new Emporium.Sales.Checkout.Quote("EUR", [Line(Eur(cents), 1, 0)], []), new Buyer(email, name, "PT"), CustomerId.New(clock), clock);

    /// <summary>Follows a link from page to page.</summary>
    private static async Task<(List<List<string>> Pages, string Last)> Walk(HttpClient visitor, string path, Regex link)
    {
        List<List<string>> pages = [];
        while (true)
        {
            var page = await visitor.Page(path);
            pages.Add(Ids(page));
            if (link.Match(page) is not { Success: true } next) return (pages, path);
            path = next.Groups[1].Value;
        }
    }

    private static List<string> Ids(string page) => [.. Row().Matches(page).Select(m => m.Groups[1].Value)];

    private static string IdOf(JsonElement row) => row.GetProperty("id").GetString()!;

    private sealed class FrozenClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex NextLink();

    [GeneratedRegex("rel=\"prev\" href=\"([^\"]+)\"")]
    private static partial Regex PreviousLink();

    [GeneratedRegex("data-id=\"([^\"]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("ord_[0-9a-z]{26}")]
    private static partial Regex Id();

    [GeneratedRegex("/admin/orders/views/[^/\"]+/delete")]
    private static partial Regex Delete();
}
