using System.Text.Json.Nodes;
using Emporium.Tests.Sandbox;

namespace Emporium.Tests.Support;

/// <summary>The judge is judged: what it lets pass must fail as soon as one thing is wrong.</summary>
public sealed class OpenApiDescriptionTests(TestBank bank) : IClassFixture<TestBank>
{
    private const string Sessions = "/v1/checkout/sessions";

    [Theory]
    [InlineData("colour=red", "colour: is unknown")]
    [InlineData("line_items[0][price_data][unit_amount]=ten", "line_items[0].price_data.unit_amount: 'ten' is no integer")]
    [InlineData("line_items[0][price_data][product_data][title]=A", "line_items[0].price_data.product_data.title: is unknown")]
    [InlineData("line_items[0][price_data][unit_amount]=10", "line_items[0].price_data.currency: is missing")]
    [InlineData("allow_promotion_codes=yes", "allow_promotion_codes: 'yes' is no boolean")]
    [InlineData("mode=gift", "mode: 'gift' is none of the described values")]
    [InlineData("success_url[a]=b", "success_url: is nested, should be string")]
    public void A_wrong_parameter_is_named(string form, string fault) =>
        Assert.Contains(fault, OpenApiDescription.Stripe.RequestFaults("POST", Sessions, form));

    [Fact]
    public void A_wrong_query_is_named() =>
        Assert.Equal(["colour: is unknown"], OpenApiDescription.Stripe.RequestFaults("GET", "/v1/refunds", "colour=red&limit=1"));

    [Fact]
    public async Task Each_missing_unknown_or_mistyped_field_of_an_answer_is_named()
    {
        var (session, _) = await bank.Paid("4242424242424242");
        Assert.Empty(Faults(session.GetRawText(), _ => { }));

        foreach (var field in (string[])["id", "amount_total", "customer_details", "url"])
            Assert.Equal([$"{field}: is missing"], Faults(session.GetRawText(), json => json.Remove(field)));
        Assert.Equal(["colour: is unknown"], Faults(session.GetRawText(), json => json["colour"] = "red"));
        Assert.Equal(["amount_total: is \"2900\", should be integer"], Faults(session.GetRawText(), json => json["amount_total"] = "2900"));
        Assert.Equal(["livemode: may not be null"], Faults(session.GetRawText(), json => json["livemode"] = null));
        Assert.Equal(["payment_intent.latest_charge.balance_transaction.fee: is missing"], Faults(session.GetRawText(), json => Charge(json)["balance_transaction"]!.AsObject().Remove("fee")));
        Assert.Equal(["payment_intent.latest_charge.paid: is 1, should be boolean"], Faults(session.GetRawText(), json => Charge(json)["paid"] = 1));
        Assert.Equal(["payment_intent.latest_charge.color: is unknown"], Faults(session.GetRawText(), json => Charge(json)["color"] = "red"));
    }

    private static JsonObject Charge(JsonObject session) => session["payment_intent"]!["latest_charge"]!.AsObject();

    private static IReadOnlyList<string> Faults(string answer, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(answer)!.AsObject();
        change(json);
        return OpenApiDescription.Stripe.AnswerFaults("GET", $"{Sessions}/cs_1", 200, System.Text.Json.JsonDocument.Parse(json.ToJsonString()).RootElement);
    }
}
