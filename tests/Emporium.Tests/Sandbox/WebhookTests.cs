using System.Security.Cryptography;
using System.Text;
using Emporium.Tests.Support;

namespace Emporium.Tests.Sandbox;

public sealed class WebhookTests : IAsyncLifetime
{
    private readonly TestBank _bank = new();

    public ValueTask InitializeAsync() => _bank.InitializeAsync();

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    [Fact]
    public async Task An_event_arrives_signed_as_Stripe_signs()
    {
        var (session, _) = await _bank.Paid("4242424242424242");

        var (signature, body, received) = await _bank.NextWebhook("checkout.session.completed");

        var parts = signature.Split(',').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        byte[] signed = [.. Encoding.UTF8.GetBytes(parts["t"] + "."), .. body];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestBank.WebhookSecret), signed);
        Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
        Assert.Empty(OpenApiDescription.Stripe.EventFaults(received));
        Assert.Equal((session.Id(), TestBank.Version), (received.GetProperty("data").GetProperty("object").Id(), received.Text("api_version")));
    }

    [Fact]
    public async Task An_event_that_was_refused_comes_again_even_after_a_restart()
    {
        _bank.EndpointStatus = 500;
        await _bank.Session();
        var id = (await _bank.Session()).Id();
        await _bank.Post($"/v1/checkout/sessions/{id}/expire");
        var first = await _bank.NextWebhook();

        _bank.EndpointStatus = 200;
        await _bank.Restart();
        var again = await _bank.NextWebhook();

        Assert.Equal(first.Event.Id(), again.Event.Id());
    }

    [Fact]
    public async Task Webhooks_can_be_paused_duplicated_lost_and_sent_again()
    {
        await _bank.Control("faults", """{"webhooks":{"pause":true,"duplicate":1}}""");
        var id = (await _bank.Session()).Id();
        await _bank.Post($"/v1/checkout/sessions/{id}/expire");
        Assert.Equal(1, (await _bank.Summary()).Number("pendingDeliveries"));

        await _bank.Control("faults", """{"webhooks":{"pause":false}}""");
        var (one, two) = (await _bank.NextWebhook(), await _bank.NextWebhook());
        await _bank.Control("faults", """{"clear":true,"webhooks":{"drop":1}}""");
        await _bank.Control($"redeliver?event={one.Event.Id()}");
        await _bank.Control($"redeliver?event={one.Event.Id()}");
        var three = await _bank.NextWebhook();

        Assert.Equal([one.Event.Id(), one.Event.Id()], [two.Event.Id(), three.Event.Id()]);
    }

    [Fact]
    public async Task An_answer_can_get_lost_after_the_work_is_done()
    {
        await _bank.Control("faults", """{"api":[{"kind":"Drop"},{"kind":"Error"},{"kind":"RateLimit"}]}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => _bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "lost"));
        (await _bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "lost")).ShouldRefuse(500);
        (await _bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "lost")).ShouldRefuse(429);
        var found = await _bank.Post("/v1/checkout/sessions", TestBank.SessionForm(), "lost");

        found.Ok();
        Assert.True(found.Replayed);
        Assert.Single((await _bank.Get("/v1/checkout/sessions")).Ok().GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task The_summary_tells_what_was_paid_for_whom()
    {
        var (session, intent) = await _bank.Paid("4242424242424242");
        await _bank.Post("/v1/refunds", $"payment_intent={intent.Id()}&amount=400");

        var payment = (await _bank.Summary()).GetProperty("payments")[0];

        Assert.Equal(
            (session.Id(), intent.Id(), "ord_1", 2900, 400),
            (payment.Text("session"), payment.Text("paymentIntent"), payment.Text("clientReferenceId"), payment.Number("amount"), payment.Number("refunded")));
    }
}
