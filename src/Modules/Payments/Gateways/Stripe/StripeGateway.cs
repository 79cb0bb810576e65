using Emporium.Payments.Contracts;
using Microsoft.AspNetCore.Http;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>Stripe: its hosted Checkout for payments, Payment Intents for charges while the buyer is away.</summary>
internal sealed class StripeGateway(StripeApi api, StripeOptions options, TimeProvider clock) : IGateway
{
    private static readonly GatewayAbilities All =
        new(StripeAmounts.Limits, ChargesOffSession: true, RefundsInPart: true, HasSubscriptions: true, PaysOut: true);

    public string Name => "stripe";

    public Book Book => options.Book;

    public GatewayFace Face => new("Stripe", options.KeyHint, options.WebhookSecrets.Count > 0, options.IsSandbox);

    public GatewayAbilities Abilities => All;

    public string? DeskUrl(string reference) => options.DeskUrl is { } desk ? $"{desk}/payments/{Uri.EscapeDataString(reference)}" : null;

    public async Task<HostedPage> Start(PaymentOrder order, CancellationToken ct)
    {
        var session = await api.Post<StripeObjects.Session>("checkout/sessions", StripeRequests.Session(order), order.Payment.ToString(), ct);
        return new HostedPage(session.Id, session.Url ?? throw new GatewayException(GatewayFault.Refused, session.Status, "Stripe's page for this payment is closed."));
    }

    public async Task<PaymentState> Read(string reference, CancellationToken ct) => reference.StartsWith("pi_", StringComparison.Ordinal)
        ? StripeAnswers.State(await api.Get<StripeObjects.Intent>($"payment_intents/{Uri.EscapeDataString(reference)}", StripeRequests.Expand("latest_charge.balance_transaction"), ct))
        : StripeAnswers.State(await api.Get<StripeObjects.Session>($"checkout/sessions/{Uri.EscapeDataString(reference)}", StripeRequests.Expand("payment_intent.latest_charge.balance_transaction"), ct));

    public async Task<PaymentState> Charge(OffSessionCharge charge, CancellationToken ct)
    {
        try
        {
            return StripeAnswers.State(await api.Post<StripeObjects.Intent>("payment_intents", StripeRequests.Charge(charge), charge.Payment.ToString(), ct));
        }
        catch (GatewayException declined) when (declined.Fault is GatewayFault.Declined)
        {
            return declined.Code is "authentication_required" ? new PaymentState.NeedsBuyer() : new PaymentState.Declined(declined.Code);
        }
    }

    public async Task<RefundState> Refund(RefundOrder order, CancellationToken ct) =>
        StripeAnswers.State(await api.Post<StripeObjects.Refund>("refunds", StripeRequests.Refund(order), order.Refund.ToString(), ct));

    public async Task<RefundState> ReadRefund(string reference, CancellationToken ct) =>
        StripeAnswers.State(await api.Get<StripeObjects.Refund>($"refunds/{Uri.EscapeDataString(reference)}", StripeRequests.Expand("payment_intent"), ct));

    public async Task<DisputeState> ReadDispute(string reference, CancellationToken ct) =>
        StripeAnswers.State(await api.Get<StripeObjects.Dispute>($"disputes/{Uri.EscapeDataString(reference)}", StripeRequests.Expand("payment_intent"), ct));

    public Notice? Verify(ReadOnlySpan<byte> body, IHeaderDictionary headers) =>
        StripeSignature.IsGenuine(body, headers["Stripe-Signature"].ToString(), options.WebhookSecrets, clock.GetUtcNow())
            ? StripeNotices.Read(StripeApi.Read<StripeObjects.Event>(body))
            : null;

    public Task Probe(CancellationToken ct) => api.Get<StripeObjects.List>("checkout/sessions", new StripeForm { ["limit"] = 1 }, ct);
}
