using Emporium.Ledger.Contracts;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Disputes;

/// <summary>Turns what a gateway says about a dispute into its state, its entries in the books and its facts. A decision that is heard first opens the dispute on its way.</summary>
internal sealed class SettleDispute(StoreDb db, ILedger ledger, IEvents events, TimeProvider clock)
{
    public async Task Apply(Payment payment, DisputeState state, CancellationToken ct)
    {
        var dispute = db.Set<Dispute>().Local.FirstOrDefault(d => d.GatewayReference == state.Reference)
            ?? await db.Set<Dispute>().SingleOrDefaultAsync(d => d.GatewayReference == state.Reference, ct);
        if (dispute is null) db.Add(dispute = Dispute.Of(payment, state, clock));

        if (state.Stage is DisputeStage.Dismissed) dispute.Dismiss(clock.Now);
        if (state.Stage is DisputeStage.Open or DisputeStage.Won or DisputeStage.Lost) Open(payment, dispute);
        if (state.Stage is DisputeStage.Won or DisputeStage.Lost) Close(payment, dispute, state.Stage is DisputeStage.Won);
        if (state.Fee is { } fee && dispute.Charge(fee))
            Post(payment, dispute, "dispute.fee", Account.GatewayFees(payment.Gateway), Account.GatewayClearing(payment.Gateway), fee);
    }

    private void Open(Payment payment, Dispute dispute)
    {
        if (!dispute.Open(clock.Now)) return;
        Post(payment, dispute, "dispute.opened", Account.DisputedFunds(payment.Gateway), Account.GatewayClearing(payment.Gateway), dispute.Amount);
        events.Raise(payment, new DisputeOpened(dispute.Id, payment.Id, dispute.Reference, dispute.Amount, dispute.Reason));
    }

    private void Close(Payment payment, Dispute dispute, bool isWon)
    {
        if (!dispute.Close(isWon, clock.Now)) return;
        if (isWon)
        {
            Post(payment, dispute, "dispute.won", Account.GatewayClearing(payment.Gateway), Account.DisputedFunds(payment.Gateway), dispute.Amount);
        }
        else
        {
            payment.Withdraw(dispute.Amount);
            Post(payment, dispute, "dispute.lost", Account.BuyersReceipts(dispute.Reference), Account.DisputedFunds(payment.Gateway), dispute.Amount);
        }
        events.Raise(payment, new DisputeClosed(dispute.Id, payment.Id, dispute.Reference, dispute.Amount, isWon));
    }

    private void Post(Payment payment, Dispute dispute, string kind, Account debit, Account credit, Money amount) => ledger.Post(new JournalEntry(
        payment.Book, kind, dispute.Reference, $"{kind}:{dispute.Id}", clock.Now, [new(debit, amount), new(credit, -amount)]));
}
