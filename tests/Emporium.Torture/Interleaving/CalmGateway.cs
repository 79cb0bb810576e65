using System.Text.Json;
using Emporium.Payments.Gateways;
using Emporium.Payments.Gateways.Stripe;
using Microsoft.AspNetCore.Http;

namespace Emporium.Torture.Interleaving;

/// <summary>A bank without a wire: whoever is asked about has paid, and every refund succeeds. It answers at once, so that only the database's steps interleave.</summary>
internal sealed class CalmGateway(TimeProvider clock) : IGateway
{
    private readonly Dictionary<string, Money> pages = [];

    public string Name => "calm";

    public Book Book => Book.Test;

    public GatewayFace Face => new(Name, "test…0000", KnowsWebhooks: true, IsSandbox: true);

    public GatewayAbilities Abilities => new(StripeAmounts.Limits, ChargesOffSession: false, RefundsInPart: true, HasSubscriptions: false, PaysOut: false);

    public Task<HostedPage> Start(PaymentOrder order, CancellationToken ct)
    {
        pages[$"page_{order.Payment}"] = order.Amount;
        return Task.FromResult(new HostedPage($"page_{order.Payment}", $"https://calm.example/{order.Payment}"));
    }

    public Task<PaymentState> Read(string reference, CancellationToken ct) => Task.FromResult<PaymentState>(
        new PaymentState.Captured(pages[reference], new Money(25, pages[reference].Currency), clock.GetUtcNow(), $"paid_{reference}", null));

    public Task<PaymentState> Charge(OffSessionCharge charge, CancellationToken ct) => Task.FromResult<PaymentState>(new PaymentState.NeedsBuyer());

    public Task<RefundState> Refund(RefundOrder order, CancellationToken ct) => Task.FromResult(
        new RefundState(RefundOutcome.Succeeded, $"back_{order.Refund}", order.Amount, null, order.Refund, order.Payment, order.GatewayPayment));

    public Task<RefundState> ReadRefund(string reference, CancellationToken ct) => throw new GatewayException(GatewayFault.Unavailable, null, "Refunds end at once here.");

    public Task<DisputeState> ReadDispute(string reference, CancellationToken ct) => throw new GatewayException(GatewayFault.Unavailable, null, "Nobody disputes here.");

    public Notice? Verify(ReadOnlySpan<byte> body, IHeaderDictionary headers) => JsonSerializer.Deserialize<Notice>(body, Emporium.Platform.Json.Options);

    public Task Probe(CancellationToken ct) => Task.CompletedTask;
}
