using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Emporium.Tests.Payments.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Payments;

public sealed class PaymentTests(TillFixture tills) : IClassFixture<TillFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Starting_twice_gives_the_same_page(TestDatabase database)
    {
        var till = await tills.On(database);
        var id = await till.Prepare(Till.NewReference());

        Assert.Equal(await till.Start(id), await till.Start(id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_crash_between_the_gateways_answer_and_our_note_is_healed_by_starting_again(TestDatabase database)
    {
        var till = await tills.On(database);
        var id = await till.Prepare(Till.NewReference());
        var lost = till.Gateway.Pages.GetOrAdd(id, _ => new HostedPage($"cs_{id}", "https://gateway.example/lost"));

        Assert.Equal(lost.Url, (await till.Start(id)).Url);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_gateway_that_is_down_charges_nothing_and_the_same_start_works_later(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var id = await till.Prepare(Till.NewReference());
        till.Gateway.Trouble = new GatewayException(GatewayFault.Unavailable, null, "down");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => till.Start(id));
        till.Gateway.Trouble = null;

        Assert.Equal("gateway.unavailable", refusal.Code);
        Assert.Equal(PaymentStatus.Prepared, await till.Status(id));
        Assert.NotEmpty((await till.Start(id)).Url);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_payment_whose_webhook_never_came_is_found(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Opened(reference);
        till.Pay(id);

        await till.Store.Do<ReconcilePayments>(job => job.Run(default));
        Assert.Equal(PaymentStatus.Open, await till.Status(id));
        till.Store.Clock.Advance(TimeSpan.FromMinutes(4));
        await till.Store.Do<ReconcilePayments>(job => job.Run(default));

        Assert.Equal(PaymentStatus.Captured, await till.Status(id));
        Assert.Equal(["payment.captured"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_attempt_that_no_gateway_heard_of_expires(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var id = await till.Prepare(Till.NewReference());
        till.Store.Clock.Advance(TimeSpan.FromHours(2));

        await till.Store.Do<ReconcilePayments>(job => job.Run(default));

        Assert.Equal(PaymentStatus.Expired, await till.Status(id));
        Assert.Equal("payment.closed", (await Assert.ThrowsAsync<Refusal>(() => till.Start(id))).Code);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_buyer_who_is_back_before_the_webhook_is_served(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id);

        await till.Store.Do<IPayments>(p => p.Check(reference, default));

        Assert.Equal(PaymentStatus.Captured, await till.Status(id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_payment_that_a_bank_takes_weeks_for_is_asked_about_to_the_end(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var id = await till.Opened(Till.NewReference());
        till.Gateway.Payments[$"cs_{id}"] = new PaymentState.Pending();

        for (var round = 0; round < 60; round++)
        {
            till.Store.Clock.Advance(TimeSpan.FromHours(3));
            await till.Store.Do<ReconcilePayments>(job => job.Run(default));
        }
        till.Pay(id);
        till.Store.Clock.Advance(TimeSpan.FromHours(3));
        await till.Store.Do<ReconcilePayments>(job => job.Run(default));

        Assert.Equal(PaymentStatus.Captured, await till.Status(id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_payment_that_cannot_be_judged_holds_up_no_other(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var odd = await till.Opened(Till.NewReference());
        var good = await till.Opened(Till.NewReference());
        till.Gateway.Payments[$"cs_{odd}"] = new PaymentState.Captured(new Money(long.MinValue, "EUR"), null, till.Store.Clock.Now, $"pi_{odd}", null);
        till.Pay(good);
        till.Store.Clock.Advance(TimeSpan.FromMinutes(4));

        await till.Store.Do<ReconcilePayments>(job => job.Run(default));

        Assert.Equal((PaymentStatus.Open, PaymentStatus.Captured), (await till.Status(odd), await till.Status(good)));
        var now = till.Store.Clock.GetUtcNow();
        Assert.True(await till.Store.Do<StoreDb, bool>(db => db.Set<Payment>().AnyAsync(p => p.Id == odd && p.NextCheckAt > now)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_fee_that_is_known_later_is_booked_later(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Opened(reference);
        till.Gateway.Payments[$"cs_{id}"] = new PaymentState.Captured(new Money(2900, "EUR"), null, till.Store.Clock.Now, $"pi_{id}", null);
        await till.Tell(Till.About(id, reference));
        await till.Settled();
        Assert.Null((await Summary(till, reference)).Fee);

        till.Pay(id);
        till.Store.Clock.Advance(TimeSpan.FromMinutes(10));
        await till.Store.Do<ReconcilePayments>(job => job.Run(default));

        Assert.Equal(new Money(114, "EUR"), (await Summary(till, reference)).Fee);
        Assert.Equal(["payment.captured"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_address_is_forgotten_when_the_attempt_ends(TestDatabase database)
    {
        var till = await tills.On(database);
        var id = await till.Captured(Till.NewReference());

        Assert.Null(await till.Store.Do<StoreDb, string?>(db => db.Set<Payment>().Where(p => p.Id == id).Select(p => p.BuyerEmail).SingleAsync()));
    }

    [Theory]
    [InlineData("XXX", 2900, "payment.currency_unsupported")]
    [InlineData("EUR", 49, "payment.amount_too_small")]
    [InlineData("EUR", 100_000_000, "payment.amount_too_large")]
    [InlineData("KWD", 5_124, "payment.amount_uneven")]
    public void What_the_gateway_cannot_take_is_refused_before_it_is_asked(string currency, long minor, string code) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => new ScriptedGateway().Abilities.Demand(new Money(minor, currency))).Code);

    private static async Task<PaymentSummary> Summary(Till till, string reference) =>
        (await till.Store.Do<IPayments, IReadOnlyList<PaymentSummary>>(p => p.For(reference, default))).Single();
}
