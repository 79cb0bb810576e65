using Emporium.Payments.Attempts;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments;

/// <summary>
/// Only an attempt that is open knows its buyer's address; the gateway's page shows it. Raw webhooks are sealed under the order they
/// belong to and go with its key.
/// </summary>
internal sealed class OpenAttempts(StoreDb db) : IPersonalData
{
    public string Module => "Payments";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        var open = await Of(email).AsNoTracking().Select(p => new { p.Reference, p.BuyerEmail, p.CreatedAt }).ToListAsync(ct);
        return open.Count == 0 ? null : open;
    }

    public async Task Erase(string email, CancellationToken ct)
    {
        foreach (var payment in await Of(email).ToListAsync(ct)) payment.ForgetBuyer();
    }

    // An open attempt is one that will be asked about, which has an index.
    private IQueryable<Payment> Of(string email)
    {
        var key = email.ToLowerInvariant();
        return db.Set<Payment>().Where(p => p.NextCheckAt != null && p.BuyerEmail == key);
    }
}
