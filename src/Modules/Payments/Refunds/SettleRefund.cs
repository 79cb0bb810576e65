using Emporium.Ledger.Contracts;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Refunds;

/// <summary>Turns what a gateway says about a refund into its state, its entries in the books and its facts.</summary>
internal sealed class SettleRefund(StoreDb db, ILedger ledger, IEvents events, TimeProvider clock)
{
    /// <summary>Adds the consequences to the current unit of work. A refund that nobody here asked for is taken up as it is.</summary>
    public async Task Apply(Payment payment, RefundState state, CancellationToken ct)
    {
        var refund = await Find(state, ct);
        if (refund is null)
        {
            if (state.Outcome is RefundOutcome.Failed) return;
            db.Add(refund = Refund.Adopt(payment, state.Amount, state.Reference, clock));
        }
        switch (state.Outcome)
        {
            case RefundOutcome.Succeeded:
                Succeed(payment, refund, state.Reference);
                break;
            case RefundOutcome.Failed:
                Fail(payment, refund, state.Reference, state.Reason);
                break;
            default:
                refund.Submit(state.Reference, clock.Now);
                break;
        }
    }

    /// <summary>The refund cannot be made, or came back.</summary>
    public void Fail(Payment payment, Refund refund, string? gatewayReference, string? reason)
    {
        var wasBooked = refund.Status is RefundStatus.Succeeded;
        if (!refund.Fail(gatewayReference, reason, clock.Now)) return;
        payment.Release(refund.Amount);
        if (wasBooked) Post(payment, refund, "refund.failed", refund.Amount);
        events.Raise(payment, new RefundFailed(refund.Id, payment.Id, refund.Reference, refund.Key, refund.Amount, reason));
    }

    private void Succeed(Payment payment, Refund refund, string gatewayReference)
    {
        if (!refund.Succeed(gatewayReference, clock.Now)) return;
        Post(payment, refund, "refund.succeeded", -refund.Amount);
        events.Raise(payment, new RefundSucceeded(refund.Id, payment.Id, refund.Reference, refund.Key, refund.Amount));
    }

    /// <param name="arriving">What arrives at the gateway: negative where the money leaves.</param>
    private void Post(Payment payment, Refund refund, string kind, Money arriving) => ledger.Post(new JournalEntry(
        payment.Book, kind, refund.Reference, $"{kind}:{refund.Id}", clock.Now,
        [new(Account.GatewayClearing(payment.Gateway), arriving), new(Account.BuyersReceipts(refund.Reference), -arriving)]));

    private async Task<Refund?> Find(RefundState state, CancellationToken ct) =>
        db.Set<Refund>().Local.FirstOrDefault(r => r.Id == state.Refund || r.GatewayReference == state.Reference || r.Key == state.Reference)
        ?? await db.Set<Refund>().FirstOrDefaultAsync(r => r.Id == state.Refund || r.GatewayReference == state.Reference, ct);
}
