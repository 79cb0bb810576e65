using System.Net;

namespace Emporium.Tests.Sandbox;

public sealed class PaymentTests(TestBank bank) : IClassFixture<TestBank>
{
    [Theory]
    [InlineData("4242424242424242", "visa")]
    [InlineData("5555555555554444", "mastercard")]
    [InlineData("4000000000000341", "visa")]
    [InlineData("4000000000000077", "visa")]
    [InlineData("4000002760003184", "visa")]
    [InlineData("4000002500003155", "visa")]
    [InlineData("4000003800000446", "visa")]
    [InlineData("4000000000003220", "visa")]
    public async Task A_good_card_pays_and_the_fee_is_booked(string card, string brand)
    {
        var (session, intent) = await bank.Paid(card);

        Assert.Equal(("complete", "paid", "ord_1"), (session.Text("status"), session.Text("payment_status"), session.Text("client_reference_id")));
        Assert.Equal(("succeeded", 2900), (intent.Text("status"), intent.Number("amount_received")));
        var charge = intent.GetProperty("latest_charge");
        Assert.Equal(brand, charge.GetProperty("payment_method_details").GetProperty("card").Text("brand"));
        var booked = charge.GetProperty("balance_transaction");
        Assert.Equal((2900, 114, 2786), (booked.Number("amount"), booked.Number("fee"), booked.Number("net")));
        var events = (await bank.EventsAbout(intent.Id())).Select(e => e.Type()).Where(type => type is not "payment_intent.requires_action");
        Assert.Equal(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"], events);
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined", "generic_decline")]
    [InlineData("4000000000009995", "card_declined", "insufficient_funds")]
    [InlineData("4000000000009987", "card_declined", "lost_card")]
    [InlineData("4000000000009979", "card_declined", "stolen_card")]
    [InlineData("4000000000000069", "expired_card", "expired_card")]
    [InlineData("4000000000000127", "incorrect_cvc", "incorrect_cvc")]
    [InlineData("4000000000000119", "processing_error", "processing_error")]
    [InlineData("4000000000006975", "card_declined", "card_velocity_exceeded")]
    [InlineData("4000008400001280", "card_declined", "generic_decline")]
    [InlineData("4000008260003178", "card_declined", "insufficient_funds")]
    [InlineData("4000008400001629", "card_declined", "generic_decline")]
    [InlineData("4111111111111111", "card_declined", "test_mode_live_card")]
    public async Task A_declined_card_leaves_the_session_open_and_says_why(string card, string code, string reason)
    {
        var (session, intent) = await bank.Paid(card);

        Assert.Equal(("open", "unpaid"), (session.Text("status"), session.Text("payment_status")));
        Assert.Equal(("requires_payment_method", 0), (intent.Text("status"), intent.Number("amount_received")));
        var error = intent.GetProperty("last_payment_error");
        Assert.Equal((code, reason), (error.Text("code"), error.Text("decline_code")));
        Assert.Contains(await bank.EventsAbout(intent.Id()), e => e.Type() is "payment_intent.payment_failed");
    }

    [Fact]
    public async Task A_declined_payer_may_pay_with_another_card()
    {
        var (session, first) = await bank.Paid("4000000000000002");

        await bank.Pay(session.Id(), "4242424242424242");

        var after = (await bank.Get($"/v1/checkout/sessions/{session.Id()}")).Ok();
        Assert.Equal(("complete", first.Id()), (after.Text("status"), after.Text("payment_intent")));
    }

    [Fact]
    public async Task A_failed_challenge_charges_nothing()
    {
        var id = (await bank.Session()).Id();
        var page = await bank.Pay(id, "4000002760003184");
        Assert.EndsWith("/challenge", page.Headers.Location!.OriginalString, StringComparison.Ordinal);

        await bank.AnswerChallenge(id, "fail");

        var session = (await bank.Get($"/v1/checkout/sessions/{id}", "expand[0]=payment_intent")).Ok();
        Assert.Equal("open", session.Text("status"));
        Assert.Equal("payment_intent_authentication_failure", session.GetProperty("payment_intent").GetProperty("last_payment_error").Text("code"));
    }

    [Fact]
    public async Task A_form_posted_many_times_at_once_pays_once()
    {
        var id = (await bank.Session()).Id();

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bank.Pay(id, "4242424242424242")));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.SeeOther, $"https://store.test/thanks?s={id}"), (page.StatusCode, page.Headers.Location!.OriginalString)));
        var intent = (await bank.Get($"/v1/checkout/sessions/{id}")).Ok().Text("payment_intent");
        Assert.Single((await bank.Get("/v1/charges", $"payment_intent={intent}")).Ok().GetProperty("data").EnumerateArray());
        Assert.Single(await bank.EventsAbout(id), e => e.Type() is "checkout.session.completed");
    }

    [Theory]
    [InlineData("succeed", "paid", "succeeded", "checkout.session.async_payment_succeeded")]
    [InlineData("fail", "unpaid", "requires_payment_method", "checkout.session.async_payment_failed")]
    public async Task A_bank_debit_is_decided_later(string outcome, string paymentStatus, string status, string last)
    {
        var id = (await bank.Session()).Id();
        await bank.PostPage($"pay/{id}", $"method=bank&outcome={outcome}");
        var before = (await bank.Get($"/v1/checkout/sessions/{id}", "expand[0]=payment_intent.latest_charge")).Ok();

        await bank.Control("settle?within=7200");

        var after = (await bank.Get($"/v1/checkout/sessions/{id}", "expand[0]=payment_intent.latest_charge")).Ok();
        Assert.Equal(("complete", "unpaid", "processing"), (before.Text("status"), before.Text("payment_status"), before.GetProperty("payment_intent").Text("status")));
        Assert.Equal(("complete", paymentStatus, status), (after.Text("status"), after.Text("payment_status"), after.GetProperty("payment_intent").Text("status")));
        Assert.Equal(last, (await bank.EventsAbout(id)).Last().Type());
    }

    [Theory]
    [InlineData("4000000000000259", "fraudulent", "needs_response", 1)]
    [InlineData("4000000000002685", "product_not_received", "needs_response", 1)]
    [InlineData("4000000000001976", "fraudulent", "warning_needs_response", 1)]
    [InlineData("4000000404000079", "fraudulent", "needs_response", 2)]
    public async Task A_disputed_payment_succeeds_first(string card, string reason, string status, int count)
    {
        var (_, intent) = await bank.Paid(card);

        var disputes = (await bank.Get("/v1/disputes", $"payment_intent={intent.Id()}")).Ok().GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(count, disputes.Count);
        Assert.All(disputes, d => Assert.Equal((reason, status), (d.Text("reason"), d.Text("status"))));
        Assert.Equal(2900, disputes.Sum(d => d.Number("amount")));
        var types = (await bank.EventsAbout(intent.Id())).Select(e => e.Type()).ToList();
        Assert.Equal(count, types.Count(type => type is "charge.dispute.created"));
        Assert.Equal(status is "needs_response" ? count : 0, types.Count(type => type is "charge.dispute.funds_withdrawn"));
    }

    [Theory]
    [InlineData("winning_evidence", "won", true)]
    [InlineData("losing_evidence", "lost", false)]
    public async Task Evidence_decides_a_dispute(string evidence, string status, bool reinstated)
    {
        var (_, intent) = await bank.Paid("4000000000000259");
        var dispute = (await bank.Get("/v1/disputes", $"payment_intent={intent.Id()}")).Ok().GetProperty("data")[0].Id();

        var submitted = (await bank.Post($"/v1/disputes/{dispute}", $"evidence[uncategorized_text]={evidence}&submit=true")).Ok();
        await bank.Control("settle?within=7200");

        Assert.Equal("under_review", submitted.Text("status"));
        Assert.Equal(status, (await bank.Get($"/v1/disputes/{dispute}", "expand[0]=charge")).Ok().Text("status"));
        var types = (await bank.EventsAbout(dispute)).Select(e => e.Type()).ToList();
        Assert.Equal(reinstated, types.Contains("charge.dispute.funds_reinstated"));
        Assert.Equal("charge.dispute.closed", types[^1]);
    }

    [Fact]
    public async Task An_early_fraud_warning_follows_its_charge()
    {
        var (_, intent) = await bank.Paid("4000000000005423");

        Assert.Contains(await bank.EventsAbout(intent.Id()), e => e.Type() is "radar.early_fraud_warning.created");
        Assert.Single((await bank.Get("/v1/radar/early_fraud_warnings", $"payment_intent={intent.Id()}")).Ok().GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task An_expired_session_cannot_be_paid()
    {
        var id = (await bank.Session()).Id();

        var expired = (await bank.Post($"/v1/checkout/sessions/{id}/expire")).Ok();
        var page = await bank.Pay(id, "4242424242424242");

        Assert.Equal(("expired", HttpStatusCode.Gone), (expired.Text("status"), page.StatusCode));
        (await bank.Post($"/v1/checkout/sessions/{id}/expire")).ShouldRefuse(400);
        Assert.Equal(["checkout.session.expired"], (await bank.EventsAbout(id)).Select(e => e.Type()));
    }

    [Fact]
    public async Task A_session_expires_by_itself()
    {
        var id = (await bank.Session()).Id();

        await bank.Control($"settle?within={25 * 3600}");

        Assert.Equal("expired", (await bank.Get($"/v1/checkout/sessions/{id}")).Ok().Text("status"));
    }

    [Theory]
    [InlineData("card=4242424242424241&exp=12/34&cvc=123", "card number is invalid")]
    [InlineData("card=4242424242424242&exp=12/20&cvc=123", "expiration year is in the past")]
    [InlineData("card=4242424242424242&exp=13/34&cvc=123", "expiration month is invalid")]
    [InlineData("card=4242424242424242&exp=1&cvc=123", "expiration date is incomplete")]
    [InlineData("card=4242424242424242&exp=12/34&cvc=1", "security code is incomplete")]
    [InlineData("card=4242424242424242&exp=12/34&cvc=123&email=nobody", "not an e-mail address")]
    public async Task A_slip_of_the_pen_is_told_beside_the_field(string form, string sentence)
    {
        var id = (await bank.Session()).Id();

        var page = await bank.PostPage($"pay/{id}", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Empty(await bank.EventsAbout(id));
    }

    [Fact]
    public async Task The_page_says_that_it_is_a_test_and_runs_no_script()
    {
        var id = (await bank.Session()).Id();

        var page = await bank.Page($"pay/{id}?card=4242424242424242");

        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("No money moves", html, StringComparison.Ordinal);
        Assert.Contains("value=\"4242 4242 4242 4242\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
