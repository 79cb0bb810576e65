using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Customers;

internal sealed class CustomerNames(StoreDb db) : ICustomerNames
{
    public async Task<IReadOnlyDictionary<CustomerId, string>> Emails(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        await db.Set<CustomerAccount>().Where(c => customers.Contains(c.Id) && c.ErasedAt == null).ToDictionaryAsync(c => c.Id, c => c.Email, ct);
}
