using Emporium.Ledger.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Tests.Payments.Support;
using Emporium.Tests.Support;

namespace Emporium.Tests.Payments;

public sealed class DisputeTests(TillFixture tills) : IClassFixture<TillFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dispute_that_is_won_brings_the_money_back_but_not_the_fee(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Captured(reference);

        await till.Dispute(id, DisputeStage.Open);
        Assert.Equal(2900, await Held(till));
        await till.Dispute(id, DisputeStage.Won);

        Assert.Equal(0, await Held(till));
        Assert.Equal(-2900, await till.Receipts(reference));
        Assert.Equal(2900 - 114 - 1500, (await till.Store.Do<ILedger, Money>(l => l.Balance(Book.Test, Account.GatewayClearing("script"), "EUR", default))).Minor);
        Assert.Equal(["payment.captured", "dispute.opened", "dispute.closed"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dispute_that_is_lost_leaves_the_money_with_the_buyer(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Captured(reference);

        await till.Dispute(id, DisputeStage.Open);
        await till.Dispute(id, DisputeStage.Lost);

        Assert.Equal(0, await Held(till));
        Assert.Equal(0, await till.Receipts(reference));
        Assert.Equal("refund.exceeds_captured", (await Assert.ThrowsAsync<Refusal>(() => till.Refund(reference, 1, "after"))).Code);
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_decision_that_is_heard_first_opens_the_dispute_on_its_way(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Captured(reference);

        await till.Dispute(id, DisputeStage.Lost);
        await till.Dispute(id, DisputeStage.Open);

        Assert.Equal(["payment.captured", "dispute.opened", "dispute.closed"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dispute_that_is_heard_before_its_payment_waits_for_it(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id);
        var state = new DisputeState(DisputeStage.Open, $"early_{id}", new Money(2900, "EUR"), new Money(1500, "EUR"), "fraudulent", null, $"pi_{id}");
        till.Gateway.Disputes[state.Reference] = state;

        await till.Tell(new Notice($"evt_{state.Reference}", "dispute", NoticeKind.Dispute, state.Reference, null, $"pi_{id}", null, Book.Test));
        await till.Tell(Till.About(id, reference));

        await TestStore.Until(async () => (await till.Facts(id)).Contains("dispute.opened"));
        Assert.Equal(["payment.captured", "dispute.opened"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_inquiry_moves_no_money(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Captured(reference);

        await till.Dispute(id, DisputeStage.Inquiry);
        await till.Dispute(id, DisputeStage.Dismissed);

        Assert.Equal(["payment.captured"], await till.Facts(id));
        Assert.Equal(-2900, await till.Receipts(reference));
    }

    private static async Task<long> Held(Till till) =>
        (await till.Store.Do<ILedger, Money>(l => l.Balance(Book.Test, Account.DisputedFunds("script"), "EUR", default))).Minor;
}
