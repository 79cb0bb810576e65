using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Inbox;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Tests.Payments.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Payments.Stripe;

/// <summary>The adapter over real HTTP against the sandbox; every request it makes is held against Stripe's official description.</summary>
public sealed class StripeGatewayTests(StripeTill till) : IClassFixture<StripeTill>, IAsyncLifetime
{
    private readonly string reference = Till.NewReference();

    public async ValueTask InitializeAsync() => await till.Control("faults", new { clear = true });

    public async ValueTask DisposeAsync()
    {
        await till.Control("faults", new { clear = true });
        await till.BooksBalance();
    }

    [Fact]
    public async Task A_card_pays_and_amount_fee_and_saved_method_are_known()
    {
        var id = await till.Paid(reference);

        var payment = await Payment(id);
        Assert.Equal((new Money(2900, "EUR"), new Money(114, "EUR")), (payment.Captured, payment.Fee));
        Assert.Equal(("cus_", "pm_"), (payment.Customer![..4], payment.Method![..3]));
        Assert.Equal(-2900, await till.Receipts(reference));
    }

    [Fact]
    public async Task Every_request_is_as_the_official_description_demands()
    {
        var id = await till.Prepare(reference, new PaymentItem("Tea & Ölfarben", 3, new Money(1000, "EUR")), new PaymentItem("A book", 2, new Money(5800, "EUR")));
        await till.Pay(await till.Start(id), "4242424242424242");
        await till.Until(id, PaymentStatus.Captured);
        await till.Refund(reference, 1000);
        await till.UntilFacts(id, "payment.captured", "refund.succeeded");
        await Gateway(g => g.Probe(default));

        Assert.NotEmpty(till.Calls);
        var official = OpenApiDescription.Stripe;
        Assert.All(till.Calls, call => Assert.Empty(official.RequestFaults(call.Method, call.Path, call.Parameters)));
        Assert.All(till.Calls, call => Assert.Equal("2026-10-28.endive", call.Version));
        Assert.All(till.Calls.Where(c => c.Method == "POST"), call => Assert.NotNull(call.Key));
        Assert.Contains(till.Calls, call => call.Key == id.ToString() && call.Parameters.Contains("3%20%C3%97%20Tea%20%26%20%C3%96lfarben", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_declined_card_leaves_the_page_open_and_another_pays()
    {
        var id = await till.Prepare(reference);
        var page = await till.Start(id);
        await till.Pay(page, "4000000000009995");
        await TestStore.Until(async () => (await Payment(id)).DeclineReason is "insufficient_funds");
        Assert.Equal(PaymentStatus.Open, (await Payment(id)).Status);

        await till.Pay(page, "4000002760003184");
        await till.Until(id, PaymentStatus.Captured);

        Assert.Equal(["payment.captured"], await till.Facts(id));
    }

    [Fact]
    public async Task An_error_of_the_gateway_is_tried_again_under_the_same_key()
    {
        var id = await till.Prepare(reference);
        await till.Control("faults", new { api = new[] { new { kind = "error", calls = 2 } } });

        await till.Start(id);

        // One of the two errors may have met a message that the store was just asking about.
        var answers = till.Calls.Where(c => c.Key == id.ToString()).Select(c => c.Status).ToList();
        Assert.Equal(200, answers[^1]);
        Assert.Contains(answers.Count, new[] { 2, 3 });
        Assert.All(answers[..^1], status => Assert.Equal(500, status));
    }

    [Fact]
    public async Task A_gateway_that_goes_on_failing_charges_nothing_and_the_same_start_works_later()
    {
        var id = await till.Prepare(reference);
        await till.Control("faults", new { api = new[] { new { kind = "error", calls = 1_000 } } });
        Assert.Equal("gateway.unavailable", (await Assert.ThrowsAsync<Refusal>(() => till.Start(id))).Code);
        await till.Control("faults", new { clear = true });

        await till.Pay(await till.Start(id), "4242424242424242");
        await till.Until(id, PaymentStatus.Captured);
    }

    [Fact]
    public async Task An_answer_that_is_lost_on_its_way_is_asked_for_again_and_opens_one_page()
    {
        var id = await till.Prepare(reference);
        await till.Control("faults", new { api = new[] { new { kind = "drop", calls = 1 } } });

        var page = await till.Start(id);

        Assert.Equal(page, await till.Start(id));
    }

    [Fact]
    public async Task Webhooks_that_come_many_times_and_backwards_book_once()
    {
        await till.Control("faults", new { webhooks = new { duplicate = 10, shuffle = 100 } });
        var id = await till.Prepare(reference);
        await till.Pay(await till.Start(id), "4242424242424242");

        await till.Control("faults", new { webhooks = new { shuffle = 0 } });
        await till.Until(id, PaymentStatus.Captured);
        await TestStore.Until(() => till.Store.Do<StoreDb, bool>(async db =>
            !await db.Set<InboxMessage>().AnyAsync(m => m.PaymentId == id && m.Status == InboxStatus.Pending)));

        Assert.Equal(["payment.captured"], await till.Facts(id));
        Assert.Equal(-2900, await till.Receipts(reference));
    }

    [Fact]
    public async Task A_payment_whose_webhooks_were_lost_is_found_by_asking()
    {
        await till.Control("faults", new { webhooks = new { drop = 50 } });
        var id = await till.Prepare(reference);
        await till.Pay(await till.Start(id), "4242424242424242");

        till.Store.Clock.Advance(TimeSpan.FromMinutes(4));
        await till.Store.Do<ReconcilePayments>(job => job.Run(default));

        Assert.Equal(PaymentStatus.Captured, (await Payment(id)).Status);
    }

    [Fact]
    public async Task A_refund_that_fails_at_the_bank_later_is_taken_back_in_the_books()
    {
        var id = await till.Paid(reference, "4000000000005126");
        await till.Refund(reference, 900);
        await till.UntilFacts(id, "payment.captured", "refund.succeeded");

        await till.Control("settle?within=3600", new { });
        await till.UntilFacts(id, "payment.captured", "refund.succeeded", "refund.failed");

        Assert.Equal(-2900, await till.Receipts(reference));
    }

    [Fact]
    public async Task A_dispute_takes_the_money_and_a_decision_against_us_keeps_it()
    {
        var id = await till.Paid(reference, "4000000000000259");
        await till.UntilFacts(id, "payment.captured", "dispute.opened");

        var dispute = await till.Store.Do<StoreDb, string>(db => db.Set<Emporium.Payments.Disputes.Dispute>().Where(d => d.PaymentId == id).Select(d => d.GatewayReference).SingleAsync());
        await Bank($"disputes/{dispute}/close");
        await till.UntilFacts(id, "payment.captured", "dispute.opened", "dispute.closed");

        Assert.Equal(0, await till.Receipts(reference));
    }

    [Fact]
    public async Task A_warning_of_fraud_stands_in_the_history()
    {
        await till.Paid(reference, "4000000000005423");

        await TestStore.Until(async () => (await till.Store.Do<IPayments, IReadOnlyList<PaymentMoment>>(p => p.History(reference, default)))
            .Any(m => m.Title.Contains("warns of fraud", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_saved_card_is_charged_while_its_owner_is_away()
    {
        var saved = await Payment(await till.Paid(reference));
        var second = new OffSessionCharge(PaymentId.New(till.Store.Clock), reference, new Money(900, "EUR"), saved.Customer!, saved.Method!);

        var state = Assert.IsType<PaymentState.Captured>(await Gateway(g => g.Charge(second, default)));

        Assert.Equal(new Money(900, "EUR"), state.Amount);
        Assert.Equal(state, await Gateway(g => g.Charge(second, default)));
    }

    [Theory]
    [InlineData("4000000000000341", typeof(PaymentState.Declined))]
    [InlineData("4000002760003184", typeof(PaymentState.NeedsBuyer))]
    public async Task A_saved_card_may_be_declined_or_want_its_owner(string card, Type outcome)
    {
        var saved = await Payment(await till.Paid(reference, card));

        Assert.IsType(outcome, await Gateway(g => g.Charge(
            new OffSessionCharge(PaymentId.New(till.Store.Clock), reference, new Money(900, "EUR"), saved.Customer!, saved.Method!), default)));
    }

    [Fact]
    public async Task Doctor_says_that_the_gateway_answers()
    {
        var findings = await till.Store.Do<IEnumerable<IDoctorCheck>, IReadOnlyList<Finding>>(checks => checks.Single(c => c.Subject == "payments").Look(default));

        Assert.Contains(findings, f => f is { Health: Health.Good } && f.What.StartsWith("stripe answers", StringComparison.Ordinal));
    }

    private Task<Payment> Payment(PaymentId id) => till.Store.Do<StoreDb, Payment>(db => db.Set<Payment>().AsNoTracking().SingleAsync(p => p.Id == id));

    private Task<T> Gateway<T>(Func<IGateway, Task<T>> ask) => till.Store.Do<GatewayList, T>(gateways => ask(gateways.Preferred));

    private Task Gateway(Func<IGateway, Task> ask) => till.Store.Do<GatewayList>(gateways => ask(gateways.Preferred));

    private async Task Bank(string path)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {till.Store.Services.GetRequiredService<IConfiguration>()["Sandbox:SecretKey"]}");
        http.DefaultRequestHeaders.Add("Stripe-Version", "2026-10-28.endive");
        using var form = new FormUrlEncodedContent([]);
        using var answer = await http.PostAsync(new Uri($"{till.Store.Url}/sandbox/stripe/v1/{path}"), form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
