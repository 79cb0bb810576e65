using System.Collections.Concurrent;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>
/// Asks the gateway for the truth behind messages: events come late, twice and in any order, the object itself is as it is. One
/// question for each payment, however many messages are about it, and none where the books know already.
/// </summary>
internal sealed class ReadArrivals(StoreDb db, GatewayList gateways)
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<Reading>> Run(string gateway, IReadOnlyList<Arrived> messages, CancellationToken ct)
    {
        var arrivals = await Arrivals(gateway, messages, ct);
        var readings = new Reading[arrivals.Count];
        var asked = new ConcurrentDictionary<PaymentId, Lazy<Task<PaymentState?>>>();
        await Parallel.ForEachAsync(Enumerable.Range(0, arrivals.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (i, stop) => readings[i] = await Read(gateways.Get(gateway), arrivals[i], asked, stop));
        return readings;
    }

    private async Task<IReadOnlyList<Arrival>> Arrivals(string gateway, IReadOnlyList<Arrived> messages, CancellationToken ct)
    {
        var ours = messages.Where(m => m.PaymentId is not null).Select(m => m.PaymentId!.Value).Distinct().ToList();
        var theirs = messages.Where(m => m.PaymentId is null && m.GatewayPayment is not null).Select(m => m.GatewayPayment).Distinct().ToList();

        // By its key or by the gateway's name for it: each has an index, and no condition beside them that tempts a database to another.
        List<Payment> payments =
        [
            .. ours.Count > 0 ? await db.Set<Payment>().AsNoTracking().Where(p => ours.Contains(p.Id)).ToListAsync(ct) : [],
            .. theirs.Count > 0 ? await db.Set<Payment>().AsNoTracking().Where(p => p.Gateway == gateway && theirs.Contains(p.GatewayPayment)).ToListAsync(ct) : [],
        ];
        return [.. messages.Select(m => new Arrival(m, payments.Find(p => p.Gateway == gateway && (p.Id == m.PaymentId || (p.GatewayPayment is not null && p.GatewayPayment == m.GatewayPayment)))))];
    }

    private static async Task<Reading> Read(IGateway gateway, Arrival arrival, ConcurrentDictionary<PaymentId, Lazy<Task<PaymentState?>>> asked, CancellationToken ct)
    {
        try
        {
            return arrival.Kind switch
            {
                NoticeKind.Payment when arrival.Payment is { IsSettled: false } payment => new Reading(arrival, Payment: await asked.GetOrAdd(payment.Id, _ => new(() => State(gateway, arrival, payment, ct))).Value),
                NoticeKind.Refund => new Reading(arrival, Refund: await gateway.ReadRefund(arrival.Object, ct)),
                NoticeKind.Dispute => new Reading(arrival, Dispute: await gateway.ReadDispute(arrival.Object, ct)),
                _ => new Reading(arrival),
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return new Reading(arrival, Failure: failure);
        }
    }

    private static async Task<PaymentState?> State(IGateway gateway, Arrival arrival, Payment payment, CancellationToken ct)
    {
        if (payment.IsCaptured && payment.Fee is null && arrival.Page is null) return null;
        if ((payment.Page ?? arrival.Page) is { } page) return await gateway.Read(page, ct);

        // The page is not known yet (a crash came between): without it a failed try cannot be told from the end, but success can.
        return await gateway.Read(arrival.Object, ct) as PaymentState.Captured;
    }
}
