using Emporium.Accounts.Contracts;
using Emporium.Licensing.Licenses;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing;

/// <summary>
/// Licensing knows a person only by their customer id. Erasing shreds the key under which their license keys are sealed: nobody can
/// show them again, while the installed programs they paid for keep working, because validation needs only the hash.
/// </summary>
internal sealed class PersonalTraces(StoreDb db, ICustomers customers, Vault vault) : IPersonalData
{
    public string Module => "Licensing";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        if (await customers.FindByEmail(email, ct) is not { Id: var customer }) return null;
        var licenses = await db.Set<License>().AsNoTracking().Where(l => l.CustomerId == customer)
            .Select(l => new { l.Id, l.ProductId, l.OrderId, l.Hint, l.Status, l.Reason, l.IssuedAt, l.EndedAt }).ToListAsync(ct);
        return licenses.Count == 0 ? null : new { Licenses = licenses };
    }

    public async Task Erase(string email, CancellationToken ct)
    {
        if (await customers.FindByEmail(email, ct) is { } customer) await vault.Shred(customer.Id.ToString(), ct);
    }
}
