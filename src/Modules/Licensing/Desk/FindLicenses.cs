using Emporium.Accounts.Contracts;
using Emporium.Licensing.Contracts;
using Emporium.Licensing.Keys;
using Emporium.Licensing.Licenses;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Desk;

/// <summary>Licenses by whatever names them: the whole key, however it is written, an id, an order, or who bought it. Each is one index.</summary>
internal sealed class FindLicenses(ICustomers customers, IOrders orders)
{
    public async ValueTask<IQueryable<License>> Named(IQueryable<License> licenses, string text, CancellationToken ct)
    {
        if (LicenseKey.TryParse(text, out var key))
        {
            var hash = key.Hash;
            return licenses.Where(l => l.KeyHash == hash);
        }
        if (LicenseId.TryParse(text, null, out var id)) return licenses.Where(l => l.Id == id);
        if (text.Contains('@', StringComparison.Ordinal)) return await customers.FindByEmail(text, ct) is { Id: var buyer } ? licenses.Where(l => l.CustomerId == buyer) : licenses.Where(_ => false);
        return await orders.Named(text, ct) is { } order ? licenses.Where(l => l.OrderId == order) : licenses.Where(_ => false);
    }
}
