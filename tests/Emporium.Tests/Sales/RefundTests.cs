using Emporium.Platform.Http;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Sales;

public sealed class RefundTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_part_and_then_the_rest_go_back_and_the_buyer_is_told_each_time(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(), await store.Product(1_001));

        await Refund(store, id, 1_234);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        await Refund(store, id, null);
        await store.Becomes(id, OrderStatus.Refunded);

        var letters = await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(mail => mail.About(id.ToString(), Ct));
        Assert.Equal(["order.receipt", "order.refund", "order.refund"], letters.Select(l => l.Kind));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task More_than_was_paid_is_refused(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());

        Assert.Equal("refund.exceeds_paid", (await Assert.ThrowsAsync<Refusal>(() => Refund(store, id, 2_901))).Code);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Two_refunds_at_once_never_give_back_more_than_was_paid(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Record.ExceptionAsync(() => Refund(store, id, 2_000)).AsTask()));

        Assert.Single(results, failure => failure is null);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Equal(2_000, (await store.Order(id)).RefundedMinor);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_refund_twice_is_one(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        var key = OrderRefundId.New(store.Clock);

        await Refund(store, id, 500, key);
        await Refund(store, id, 500, key);

        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Equal(500, (await store.Order(id)).RefundedMinor);
        await store.ShouldAgree();
    }

    private static Task Refund(TestStore store, OrderId id, long? cents, OrderRefundId? key = null) => store.Do<IServiceProvider>(scope =>
        scope.GetRequiredService<RefundOrder>().Handle(id, key ?? OrderRefundId.New(store.Clock), new(cents is { } c ? Make.Eur(c) : null, "Asked for it"), "tests", new Idempotency(), Ct));
}
