namespace Emporium.Tests.Sandbox;

public sealed class ApiRulesTests(TestBank bank) : IClassFixture<TestBank>
{
    [Theory]
    [InlineData("&color=red", "parameter_unknown", "color")]
    [InlineData("&line_items[0][price_data][colour]=red", "parameter_unknown", "line_items[0][price_data][colour]")]
    [InlineData("&payment_method_types[0]=card", "parameter_unknown", "payment_method_types")]
    [InlineData("&line_items[1][quantity]=1", "parameter_missing", "line_items[1][price_data]")]
    [InlineData("&line_items[0][quantity]=many", "parameter_invalid_integer", "line_items[0][quantity]")]
    [InlineData("&customer_email=nobody", "email_invalid", "customer_email")]
    [InlineData("&cancel_url=nowhere", "url_invalid", "cancel_url")]
    [InlineData("&client_reference_id=", "parameter_invalid_empty", "client_reference_id")]
    [InlineData("&line_items[0][price_data][unit_amount]=49", "amount_too_small", "line_items")]
    [InlineData("&line_items[0][price_data][unit_amount]=100000000", "amount_too_large", "line_items")]
    [InlineData("&customer=cus_none", "resource_missing", "customer")]
    [InlineData("&mode=subscription", null, "mode")]
    [InlineData("&expires_at=1", null, "expires_at")]
    [InlineData("&expand[0]=colour", null, "expand")]
    public async Task A_malformed_request_is_refused_with_the_parameter(string wrong, string? code, string param) =>
        (await bank.Post("/v1/checkout/sessions", TestBank.SessionForm(wrong))).ShouldRefuse(code is "resource_missing" ? 404 : 400, code, param);

    [Fact]
    public async Task The_key_and_the_version_are_demanded()
    {
        var (key, version) = (("Authorization", "Bearer sk_test_tests"), ("Stripe-Version", TestBank.Version));

        (await bank.Raw(HttpMethod.Get, "/v1/events", "", version)).ShouldRefuse(401);
        (await bank.Raw(HttpMethod.Get, "/v1/events", "", ("Authorization", "Bearer sk_test_other"), version)).ShouldRefuse(401);
        (await bank.Raw(HttpMethod.Get, "/v1/events", "", key)).ShouldRefuse(400);
        (await bank.Raw(HttpMethod.Get, "/v1/events", "", key, ("Stripe-Version", "2023-08-16"))).ShouldRefuse(400);
        (await bank.Raw(HttpMethod.Get, "/v1/nothing", "", key, version)).ShouldRefuse(404);
        Assert.True((await bank.Raw(HttpMethod.Get, "/v1/events", "", key, version)).HasRequestId);
    }

    [Fact]
    public async Task A_repeated_key_repeats_the_answer_and_not_the_effect()
    {
        var first = await bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "key-1");
        await bank.Restart();

        var again = await bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "key-1");
        var other = await bank.Post("/v1/checkout/sessions", TestBank.SessionForm(amount: 3000), "key-1");

        Assert.Equal((false, true), (first.Replayed, again.Replayed));
        Assert.Equal(first.Ok().GetRawText(), again.Ok().GetRawText());
        other.ShouldRefuse(400);
        Assert.Equal("idempotency_error", other.Json.GetProperty("error").Text("type"));
    }

    [Fact]
    public async Task A_malformed_request_does_not_use_up_its_key()
    {
        (await bank.Post("/v1/checkout/sessions", TestBank.SessionForm("&color=red"), "key-2")).ShouldRefuse(400, "parameter_unknown");

        (await bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "key-2")).Ok();
    }

    [Fact]
    public async Task A_key_in_flight_is_a_conflict()
    {
        await bank.Control("faults", """{"api":[{"kind":"Hang","seconds":1.5}]}""");
        var slow = bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "key-3");
        var refused = await bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "key-3");

        var replies = new[] { refused, await slow };

        // Whichever came first hangs with the key in its hand; the other is refused.
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Single(replies, reply => reply.Status == 409);
    }

    [Fact]
    public async Task Line_items_are_listed()
    {
        var id = (await bank.Session("&line_items[1][price_data][currency]=eur&line_items[1][price_data][unit_amount]=100&line_items[1][price_data][product_data][name]=Two&line_items[1][quantity]=3")).Id();

        var lines = (await bank.Get($"/v1/checkout/sessions/{id}/line_items", "limit=1")).Ok();
        var rest = (await bank.Get($"/v1/checkout/sessions/{id}/line_items", $"starting_after={lines.GetProperty("data")[0].Id()}")).Ok();

        Assert.True(lines.GetProperty("has_more").GetBoolean());
        Assert.Equal(("Two", 300), (rest.GetProperty("data")[0].Text("description"), rest.GetProperty("data")[0].Number("amount_total")));
        Assert.Equal(3200, (await bank.Get($"/v1/checkout/sessions/{id}", "expand[0]=line_items")).Ok().Number("amount_total"));
    }
}
