using Emporium.Accounts.Contracts;
using Emporium.Accounts.Passkeys;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Customers;

/// <summary>Customers as Identity sees them: people with passkeys. Whoever was erased is nobody.</summary>
internal sealed class CustomerStore(StoreDb db, PasskeyRack passkeys) : PasskeyHolders<CustomerAccount>(passkeys)
{
    public override async Task<CustomerAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        CustomerId.TryParse(userId, null, out var id) ? await db.Set<CustomerAccount>().SingleOrDefaultAsync(c => c.Id == id && c.ErasedAt == null, cancellationToken) : null;

    protected override string IdOf(CustomerAccount user) => user.Id.ToString();
}
