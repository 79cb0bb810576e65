using System.Net;
using Emporium.Delivery.Entitlements;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Emporium.Tests.Support;

namespace Emporium.Tests.Delivery;

public sealed class AccessTests(SmallHouses houses) : IClassFixture<SmallHouses>
{
    private SmallHouse house = null!;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_full_refund_takes_access_away_from_the_library_and_from_open_links(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, file, link) = await Bought();
        var entitlement = await Entitlement(purchase);

        await house.Tell(new OrderRefunded(purchase.Order, null, purchase.Paid.Total, IsFull: true), purchase.Order, 3);

        await (await house.Client().GetAsync(link)).ShouldRefuse(HttpStatusCode.Gone, "entitlement.revoked");
        await (await house.Prepare(purchase.Token, entitlement, file.Id)).ShouldRefuse(HttpStatusCode.Gone, "entitlement.revoked");
        Assert.Empty((await house.Library(purchase.Token))["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_partial_refund_leaves_access(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, _, link) = await Bought();

        await house.Tell(new OrderRefunded(purchase.Order, null, new Money(100, "EUR"), IsFull: false), purchase.Order, 3);

        Assert.Equal(HttpStatusCode.OK, (await house.Client().GetAsync(link)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dispute_suspends_with_a_reason_and_a_won_one_restores(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, _, link) = await Bought();

        await house.Tell(new OrderDisputed(purchase.Order), purchase.Order, 3);
        var during = await house.Client().GetAsync(link);
        var shown = (await house.Library(purchase.Token))["items"]![0]!["closedBecause"]!.GetValue<string>();
        await house.Tell(new OrderDisputeClosed(purchase.Order, IsWon: true), purchase.Order, 4);

        await during.ShouldRefuse(HttpStatusCode.Gone, "entitlement.suspended");
        Assert.Contains("bank", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await house.Client().GetAsync(link)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_lost_dispute_ends_access(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, _, link) = await Bought();

        await house.Tell(new OrderDisputed(purchase.Order), purchase.Order, 3);
        await house.Tell(new OrderDisputeClosed(purchase.Order, IsWon: false), purchase.Order, 4);

        await (await house.Client().GetAsync(link)).ShouldRefuse(HttpStatusCode.Gone, "entitlement.revoked");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_heard_before_the_payment_leaves_nothing_open(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File([1, 2, 3]);
        var order = OrderId.New(house.Clock);
        await house.Tell(new OrderRefunded(order, null, new Money(2_900, "EUR"), IsFull: true), order, 3);

        var paid = new OrderPaid(order, house.Played.Customer(house.Clock), new Money(2_900, "EUR"), [new(OrderLineId.New(house.Clock), file.Product, Emporium.Catalog.Contracts.SellerId.Store, 1, false, null)]);
        await house.Tell(paid, order, 2);

        Assert.Equal(0, await Count(order));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_payment_told_twice_grants_once(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, _, _) = await Bought();

        await house.Tell(purchase.Paid, purchase.Order, 2);

        Assert.Equal(1, await Count(purchase.Order));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_stranger_takes_no_access_away(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, _, _) = await Bought();

        var response = await house.Client().PostAsync($"/admin/entitlements/{await Entitlement(purchase)}/revocation", new FormUrlEncodedContent([]));

        Assert.False(response.IsSuccessStatusCode);
        Assert.Single((await house.Library(purchase.Token))["items"]!.AsArray());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_staff_revoke_restore_and_give_downloads_back(TestDatabase database)
    {
        house = await houses.On(database);
        var file = await house.File([1, 2, 3]);
        var purchase = await house.Buy(file.Product, limit: 1);
        var link = await house.Link(purchase, file);
        var id = Emporium.Delivery.Contracts.EntitlementId.Parse(await Entitlement(purchase), null);

        await Desk(desk => desk.Revoke(id, TestContext.Current.CancellationToken));
        var revoked = await house.Client().GetAsync(link);
        await Desk(desk => desk.Restore(id, TestContext.Current.CancellationToken));
        await Desk(desk => desk.ResetDownloads(id, TestContext.Current.CancellationToken));

        await revoked.ShouldRefuse(HttpStatusCode.Gone, "entitlement.revoked");
        Assert.Equal(HttpStatusCode.OK, (await house.Client().GetAsync(link)).StatusCode);
        await house.Link(purchase, file);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_orders_timeline_tells_what_delivery_did(TestDatabase database)
    {
        house = await houses.On(database);
        var (purchase, _, link) = await Bought();
        await house.Client().GetAsync(link);
        await house.Tell(new OrderRefunded(purchase.Order, null, purchase.Paid.Total, IsFull: true), purchase.Order, 3);

        await using var scope = house.Services.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetServices<ITimelineSource>().OfType<AccessTimeline>().Single().About(purchase.Order, TestContext.Current.CancellationToken);

        Assert.Equal(["Access granted", "Access revoked", "Downloaded"], items.Select(i => i.Title));
    }

    private async Task Desk(Func<DeskAccess, Task> act)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<DeskAccess>());
    }

    private async Task<int> Count(OrderId order)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<Entitlement>().CountAsync(e => e.OrderId == order);
    }

    private async Task<(SmallHouse.Purchase Purchase, Emporium.Catalog.Contracts.ProductFile File, string Link)> Bought()
    {
        var file = await house.File([1, 2, 3, 4]);
        var purchase = await house.Buy(file.Product);
        return (purchase, file, await house.Link(purchase, file));
    }

    private async Task<string> Entitlement(SmallHouse.Purchase purchase) => (await house.Library(purchase.Token))["items"]![0]!["entitlement"]!.GetValue<string>();
}
