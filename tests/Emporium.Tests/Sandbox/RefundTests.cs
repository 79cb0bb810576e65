namespace Emporium.Tests.Sandbox;

public sealed class RefundTests(TestBank bank) : IClassFixture<TestBank>
{
    [Fact]
    public async Task Parts_are_refunded_until_nothing_is_left()
    {
        var (_, intent) = await bank.Paid("4242424242424242");
        var part = (await bank.Post("/v1/refunds", $"payment_intent={intent.Id()}&amount=900&reason=requested_by_customer&metadata[why]=late&expand[0]=charge")).Ok();

        (await bank.Post("/v1/refunds", $"payment_intent={intent.Id()}&amount=2001")).ShouldRefuse(400, param: "amount");
        var rest = (await bank.Post("/v1/refunds", $"payment_intent={intent.Id()}")).Ok();
        (await bank.Post("/v1/refunds", $"payment_intent={intent.Id()}&amount=1")).ShouldRefuse(400, "charge_already_refunded");

        Assert.Equal((900, 900, 2000), (part.Number("amount"), part.GetProperty("charge").Number("amount_refunded"), rest.Number("amount")));
        var list = (await bank.Get("/v1/refunds", $"payment_intent={intent.Id()}&limit=1")).Ok();
        Assert.Equal((rest.Id(), true), (list.GetProperty("data")[0].Id(), list.GetProperty("has_more").GetBoolean()));
        var next = (await bank.Get("/v1/refunds", $"payment_intent={intent.Id()}&limit=1&starting_after={rest.Id()}")).Ok();
        Assert.Equal((part.Id(), false), (next.GetProperty("data")[0].Id(), next.GetProperty("has_more").GetBoolean()));
        Assert.Equal(2, (await bank.EventsAbout(intent.Id())).Count(e => e.Type() is "charge.refunded"));
    }

    [Fact]
    public async Task Refunds_asked_at_once_never_exceed_the_charge()
    {
        var (_, intent) = await bank.Paid("4242424242424242");

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bank.Post("/v1/refunds", $"payment_intent={intent.Id()}&amount=1000")));

        Assert.Equal(2, replies.Count(reply => reply.Status == 200));
    }

    [Theory]
    [InlineData("4000000000007726", "pending", "succeeded", "charge.refund.updated")]
    [InlineData("4000000000005126", "succeeded", "failed", "refund.failed")]
    public async Task A_refund_may_change_its_mind(string card, string first, string then, string last)
    {
        var (_, intent) = await bank.Paid(card);
        var refund = (await bank.Post("/v1/refunds", $"payment_intent={intent.Id()}")).Ok();

        await bank.Control("settle?within=7200");

        Assert.Equal(first, refund.Text("status"));
        var settled = (await bank.Get($"/v1/refunds/{refund.Id()}", "expand[0]=charge&expand[1]=balance_transaction")).Ok();
        Assert.Equal(then, settled.Text("status"));
        Assert.Equal(then is "failed" ? 0 : 2900, settled.GetProperty("charge").Number("amount_refunded"));
        Assert.Equal(last, (await bank.EventsAbout(refund.Id())).Last().Type());
    }

    [Fact]
    public async Task What_was_not_paid_or_was_charged_back_is_not_refunded()
    {
        var (_, declined) = await bank.Paid("4000000000000002");
        var (_, disputed) = await bank.Paid("4000000000000259");

        (await bank.Post("/v1/refunds", $"payment_intent={declined.Id()}")).ShouldRefuse(400, "payment_intent_unexpected_state");
        (await bank.Post("/v1/refunds", $"payment_intent={disputed.Id()}")).ShouldRefuse(400, "charge_disputed");
        (await bank.Post("/v1/refunds", "payment_intent=pi_none")).ShouldRefuse(404, "resource_missing", "payment_intent");
        (await bank.Post("/v1/refunds")).ShouldRefuse(400, "parameter_missing");
    }
}
