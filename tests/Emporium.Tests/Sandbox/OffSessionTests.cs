using System.Text.Json;

namespace Emporium.Tests.Sandbox;

public sealed class OffSessionTests(TestBank bank) : IClassFixture<TestBank>
{
    private const string Save = "&customer_creation=always&payment_intent_data[setup_future_usage]=off_session";

    [Theory]
    [InlineData("4242424242424242")]
    [InlineData("4000002500003155")]
    [InlineData("4000003800000446")]
    public async Task A_saved_card_is_charged_again(string card)
    {
        var (customer, method) = await Saved(card);

        var intent = (await bank.Post("/v1/payment_intents", Charge(customer, method) + "&metadata[order]=ord_2&transfer_group=g&expand[0]=latest_charge")).Ok();

        Assert.Equal(("succeeded", 500), (intent.Text("status"), intent.GetProperty("latest_charge").Number("amount_captured")));
        var methods = (await bank.Get($"/v1/customers/{customer}/payment_methods", "type=card")).Ok();
        Assert.Equal(method, methods.GetProperty("data")[0].Id());
        (await bank.Get($"/v1/customers/{customer}")).Ok();
    }

    [Theory]
    [InlineData("4000000000000341", "card_declined", "generic_decline")]
    [InlineData("4000002760003184", "authentication_required", "authentication_required")]
    public async Task A_later_charge_may_be_declined_with_402(string card, string code, string reason)
    {
        var (customer, method) = await Saved(card);

        var reply = await bank.Post("/v1/payment_intents", Charge(customer, method), "later-" + card);
        var again = await bank.Post("/v1/payment_intents", Charge(customer, method), "later-" + card);

        reply.ShouldRefuse(402, code);
        var error = reply.Json.GetProperty("error");
        Assert.Equal((reason, "requires_payment_method"), (error.Text("decline_code"), error.GetProperty("payment_intent").Text("status")));
        Assert.True(again.Replayed);
        Assert.Equal(reply.Json.GetRawText(), again.Json.GetRawText());
    }

    [Fact]
    public async Task A_card_that_was_not_saved_for_this_customer_is_refused()
    {
        var (customer, _) = await Saved("4242424242424242");
        var (_, foreign) = await Saved("4242424242424242");
        var (_, guest) = await bank.Paid("4242424242424242");

        (await bank.Post("/v1/payment_intents", Charge(customer, foreign))).ShouldRefuse(400, param: "payment_method");
        (await bank.Post("/v1/payment_intents", Charge(customer, guest.Text("payment_method")!))).ShouldRefuse(400, param: "payment_method");
        (await bank.Post("/v1/payment_intents", Charge("cus_none", foreign))).ShouldRefuse(404, "resource_missing", "customer");
    }

    [Fact]
    public async Task An_intent_that_was_not_confirmed_can_be_canceled_once()
    {
        var (customer, method) = await Saved("4242424242424242");
        var intent = (await bank.Post("/v1/payment_intents", $"amount=500&currency=eur&customer={customer}&payment_method={method}")).Ok();

        var canceled = (await bank.Post($"/v1/payment_intents/{intent.Id()}/cancel", "cancellation_reason=abandoned")).Ok();

        Assert.Equal(("requires_confirmation", "canceled"), (intent.Text("status"), canceled.Text("status")));
        (await bank.Post($"/v1/payment_intents/{intent.Id()}/cancel")).ShouldRefuse(400, "payment_intent_unexpected_state");
    }

    private static string Charge(string customer, string method) =>
        $"amount=500&currency=eur&customer={customer}&payment_method={method}&off_session=true&confirm=true&error_on_requires_action=true";

    private async Task<(string Customer, string Method)> Saved(string card)
    {
        var (session, intent) = await bank.Paid(card, Save);
        return (session.GetProperty("customer").Id(), intent.Text("payment_method")!);
    }
}
