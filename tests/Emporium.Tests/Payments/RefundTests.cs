using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Emporium.Tests.Payments.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Payments;

public sealed class RefundTests(TillFixture tills) : IClassFixture<TillFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_goes_to_the_gateway_and_into_the_books(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Captured(reference);

        var refund = await till.Refund(reference, 900, "first");
        await Until(till, refund, RefundStatus.Succeeded);

        Assert.Equal(-2000, await till.Receipts(reference));
        Assert.Equal(["payment.captured", "refund.succeeded"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_is_the_same_refund(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        await till.Captured(reference);

        Assert.Equal(await till.Refund(reference, 900, "one"), await till.Refund(reference, 900, "one"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Two_refunds_at_once_that_are_too_much_together_do_not_both_pass(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        await till.Captured(reference);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i => await Record.ExceptionAsync(() => till.Refund(reference, 2000, $"race{i}"))));

        var lost = Assert.Single(outcomes.GroupBy(o => o is null), g => g.Key);
        Assert.Single(lost);
        Assert.All(outcomes.Where(o => o is not null), o => Assert.True(o is Refusal { Code: "refund.exceeds_captured" } || DbErrors.IsLostRace(o!), o!.ToString()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task More_than_was_paid_is_refused(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        await till.Captured(reference);

        Assert.Equal("refund.exceeds_captured", (await Assert.ThrowsAsync<Refusal>(() => till.Refund(reference, 2901, "much"))).Code);
        Assert.Equal("refund.amount_invalid", (await Assert.ThrowsAsync<Refusal>(() => till.Refund(reference, -1, "negative"))).Code);
        Assert.Equal("refund.nothing_captured", (await Assert.ThrowsAsync<Refusal>(() => till.Refund(Till.NewReference(), 1, "none"))).Code);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_that_the_gateway_refuses_leaves_the_money_with_the_buyer_and_may_be_asked_for_again(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Captured(reference);
        till.Gateway.Trouble = new GatewayException(GatewayFault.Refused, "charge_disputed", "no");
        await Until(till, await till.Refund(reference, 2900, "refused"), RefundStatus.Failed);

        till.Gateway.Trouble = null;
        await Until(till, await till.Refund(reference, 2900, "again"), RefundStatus.Succeeded);

        Assert.Equal(["payment.captured", "refund.failed", "refund.succeeded"], await till.Facts(id));
        Assert.Equal(0, await till.Receipts(reference));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_waits_for_a_gateway_that_does_not_answer(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        await till.Captured(reference);
        till.Gateway.Trouble = new GatewayException(GatewayFault.Unavailable, null, "down");
        var refund = await till.Refund(reference, 2900, "patient");
        await TestStore.Until(() => till.Store.Do<StoreDb, bool>(db => db.Set<Refund>().AnyAsync(r => r.Id == refund && r.Attempts > 0)));

        till.Gateway.Trouble = null;
        till.Store.Clock.Advance(TimeSpan.FromHours(1));
        await Until(till, refund, RefundStatus.Succeeded);

        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_that_fails_after_it_succeeded_is_taken_back_in_the_books(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Captured(reference);
        var refund = await till.Refund(reference, 2900, "returned");
        await Until(till, refund, RefundStatus.Succeeded);

        var failed = till.Gateway.Refunds[$"re_{refund}"] with { Outcome = RefundOutcome.Failed, Reason = "lost_or_stolen_card" };
        till.Gateway.Refunds[failed.Reference] = failed;
        await till.Tell(Till.AboutRefund(failed));
        await Until(till, refund, RefundStatus.Failed);

        Assert.Equal(-2900, await till.Receipts(reference));
        Assert.Equal(["payment.captured", "refund.succeeded", "refund.failed"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refund_made_at_the_gateway_is_taken_up_once_even_before_its_payment_is_known(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Opened(reference);
        till.Pay(id);
        var theirs = new RefundState(RefundOutcome.Succeeded, "re_theirs", new Money(1000, "EUR"), null, null, id, $"pi_{id}");
        till.Gateway.Refunds[theirs.Reference] = theirs;

        await till.Tell(Till.AboutRefund(theirs));
        await till.Tell(Till.About(id, reference));
        await till.Tell(Till.AboutRefund(theirs, "refunded_again"));
        await TestStore.Until(async () =>
        {
            till.Store.Clock.Advance(TimeSpan.FromSeconds(30));
            return await till.Receipts(reference) is -1900;
        });

        Assert.Equal(["payment.captured", "refund.succeeded"], await till.Facts(id));
        Assert.Equal("refund.exceeds_captured", (await Assert.ThrowsAsync<Refusal>(() => till.Refund(reference, 2000, "more"))).Code);
        await till.BooksBalance();
    }

    private static Task Until(Till till, RefundId id, RefundStatus status) =>
        TestStore.Until(() => till.Store.Do<StoreDb, bool>(db => db.Set<Refund>().AnyAsync(r => r.Id == id && r.Status == status)));
}
