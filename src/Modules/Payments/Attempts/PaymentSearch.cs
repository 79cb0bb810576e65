using Emporium.Payments.Contracts;
using Emporium.Payments.Disputes;
using Emporium.Payments.Gateways;
using Emporium.Payments.Refunds;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Attempts;

/// <summary>One question for each index that holds a gateway's names.</summary>
internal sealed class PaymentSearch(StoreDb db, GatewayList gateways) : IPaymentSearch
{
    public async Task<IReadOnlyList<string>> References(string gatewayName, CancellationToken ct)
    {
        if (PaymentId.TryParse(gatewayName, null, out var id)) return await Of(db.Set<Payment>().Where(p => p.Id == id).Select(p => p.Reference), ct);
        List<string> found = [];
        foreach (var gateway in gateways.Names)
        {
            found.AddRange(await Of(db.Set<Payment>().Where(p => p.Gateway == gateway && p.GatewayPayment == gatewayName).Select(p => p.Reference), ct));
            found.AddRange(await Of(db.Set<Payment>().Where(p => p.Gateway == gateway && p.Page == gatewayName).Select(p => p.Reference), ct));
        }
        found.AddRange(await Of(db.Set<Refund>().Where(r => r.GatewayReference == gatewayName).Select(r => r.Reference), ct));
        found.AddRange(await Of(db.Set<Dispute>().Where(d => d.GatewayReference == gatewayName).Select(d => d.Reference), ct));
        return [.. found.Distinct()];
    }

    private static Task<List<string>> Of(IQueryable<string> references, CancellationToken ct) => references.Take(2).ToListAsync(ct);
}
