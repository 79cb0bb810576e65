using Emporium.Payments.Attempts;
using Emporium.Payments.Disputes;
using Emporium.Payments.Gateways;
using Emporium.Payments.History;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>Settles what was read, and marks the messages, in one transaction: states, books, facts and marks exist together or not at all.</summary>
internal sealed class SettleReadings(StoreDb db, SettlePayment payments, SettleRefund refunds, SettleDispute disputes, TimeProvider clock)
{
    /// <summary>Tries, about two minutes of them, before a message about a payment that nobody here knows is taken for another shop's.</summary>
    private const int PatienceWithStrangers = 7;

    private const string NotOurs = "No payment of this store belongs to it.";

    /// <exception cref="OvertakenException">Another node was faster.</exception>
    public Task Run(string gateway, IReadOnlyList<Reading> readings, CancellationToken ct) => db.Transact(async () =>
    {
        var ignored = await Apply(gateway, readings, ct);
        await db.SaveChangesAsync(ct);
        await Mark([.. readings.Select(r => r.Arrival.Id).Except(ignored)], InboxStatus.Done, null, ct);
        await Mark(ignored, InboxStatus.Ignored, NotOurs, ct);
    }, ct);

    private async Task<List<InboxId>> Apply(string gateway, IReadOnlyList<Reading> readings, CancellationToken ct)
    {
        var ids = readings.Where(r => r.HasNews && r.PaymentId is not null).Select(r => r.PaymentId!.Value).Distinct().ToList();
        if (ids.Count > 0) await db.Set<Payment>().Where(p => ids.Contains(p.Id)).LoadAsync(ct);
        var ignored = new List<InboxId>();
        foreach (var reading in readings)
        {
            if (!reading.HasNews && reading.Arrival.Payment is not null) continue;
            if (await Find(gateway, reading, ct) is { } payment) await Apply(payment, reading, ct);
            else if (MayBecomeOurs(reading.Arrival)) throw new NotYetException("No payment of this store is known by this name yet.");
            else ignored.Add(reading.Arrival.Id);
        }
        return ignored;
    }

    // A refund, a dispute or a warning names the gateway's payment, which we learn with the payment's own news: that may come later.
    private static bool MayBecomeOurs(Arrival arrival) =>
        arrival is { Kind: NoticeKind.Refund or NoticeKind.Dispute or NoticeKind.Warning, Message.Attempts: < PatienceWithStrangers };

    private async Task Apply(Payment payment, Reading reading, CancellationToken ct)
    {
        var arrival = reading.Arrival;
        payment.Learn(arrival.Page, arrival.Message.GatewayPayment);
        if (reading.Payment is { } state) payments.Apply(payment, state);
        if (arrival.Kind is NoticeKind.Warning) await Warn(payment, arrival, ct);
        if (reading.Refund is null && reading.Dispute is null) return;

        // Its own message is still on its way, or lost: money cannot go back before it has come.
        if (!payment.IsCaptured) throw new NotYetException($"{payment.Id} is not booked yet.");
        if (reading.Refund is { } refund) await refunds.Apply(payment, refund, ct);
        if (reading.Dispute is { } dispute) await disputes.Apply(payment, dispute, ct);
    }

    private async Task Warn(Payment payment, Arrival arrival, CancellationToken ct)
    {
        var key = $"warning:{arrival.Object}";
        if (db.Set<Note>().Local.Any(n => n.Key == key) || await db.Set<Note>().AnyAsync(n => n.Key == key, ct)) return;
        db.Add(Note.Of(clock, payment.Reference, key, "warning", "The buyer's bank warns of fraud", "A refund now may avoid a dispute."));
    }

    private async Task<Payment?> Find(string gateway, Reading reading, CancellationToken ct)
    {
        if (reading.PaymentId is { } id) return await db.Set<Payment>().FindAsync([id], ct);
        return reading.GatewayPayment is { } theirs ? await db.Set<Payment>().SingleOrDefaultAsync(p => p.Gateway == gateway && p.GatewayPayment == theirs, ct) : null;
    }

    private async Task Mark(IReadOnlyList<InboxId> ids, InboxStatus status, string? error, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        var now = clock.Now;
        var marked = await db.Set<InboxMessage>().Where(m => ids.Contains(m.Id) && m.Status == InboxStatus.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, status).SetProperty(m => m.ProcessedAt, now).SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.Error, error), ct);
        if (marked != ids.Count) throw new OvertakenException();
    }
}

/// <summary>The message comes before what it builds on; a later try finds it.</summary>
internal sealed class NotYetException(string message) : Exception(message);

/// <summary>Another node has worked on the message meanwhile.</summary>
internal sealed class OvertakenException() : Exception("The message was worked on elsewhere.");
