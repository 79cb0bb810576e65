using System.Collections.Concurrent;
using System.Text.Json;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Gateways.Stripe;
using Microsoft.AspNetCore.Http;

namespace Emporium.Tests.Payments.Support;

/// <summary>A gateway that says what a test wants, and counts what it was asked. How Stripe itself is spoken to is tested against the sandbox.</summary>
internal sealed class ScriptedGateway : IGateway
{
    public const string Secret = "genuine";

    public string Name => "script";

    public Book Book => Book.Test;

    public GatewayFace Face => new(Name, "test…0000", KnowsWebhooks: true, IsSandbox: true);

    public GatewayAbilities Abilities => new(StripeAmounts.Limits, true, true, false, false);

    public ConcurrentDictionary<string, PaymentState> Payments { get; } = new();

    public ConcurrentDictionary<string, RefundState> Refunds { get; } = new();

    public ConcurrentDictionary<string, DisputeState> Disputes { get; } = new();

    public ConcurrentDictionary<PaymentId, HostedPage> Pages { get; } = new();

    public ConcurrentBag<string> Reads { get; } = [];

    public ConcurrentBag<RefundId> Sent { get; } = [];

    /// <summary>What every call meets; null for none.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>How a refund ends that is asked for.</summary>
    public Func<RefundOrder, RefundState> Answer { get; set; } = order =>
        new(RefundOutcome.Succeeded, $"re_{order.Refund}", order.Amount, null, order.Refund, order.Payment, order.GatewayPayment);

    public Task<HostedPage> Start(PaymentOrder order, CancellationToken ct) =>
        Say(() => Pages.GetOrAdd(order.Payment, id => new HostedPage($"cs_{id}", $"https://gateway.example/{id}")));

    public Task<PaymentState> Read(string reference, CancellationToken ct) => Say(() =>
    {
        Reads.Add(reference);
        return Payments.GetValueOrDefault(reference) ?? new PaymentState.Waiting(null);
    });

    public Task<PaymentState> Charge(OffSessionCharge charge, CancellationToken ct) => Say<PaymentState>(() => new PaymentState.NeedsBuyer());

    public Task<RefundState> Refund(RefundOrder order, CancellationToken ct) => Say(() =>
    {
        Sent.Add(order.Refund);
        return Refunds.GetOrAdd($"re_{order.Refund}", _ => Answer(order));
    });

    public Task<RefundState> ReadRefund(string reference, CancellationToken ct) => Say(() => Refunds[reference]);

    public Task<DisputeState> ReadDispute(string reference, CancellationToken ct) => Say(() => Disputes[reference]);

    public Notice? Verify(ReadOnlySpan<byte> body, IHeaderDictionary headers) =>
        headers["X-Secret"] == Secret ? JsonSerializer.Deserialize<Notice>(body, Emporium.Platform.Json.Options) : null;

    public Task Probe(CancellationToken ct) => Task.CompletedTask;

    private Task<T> Say<T>(Func<T> answer) => Trouble is { } trouble ? Task.FromException<T>(trouble) : Task.FromResult(answer());
}
