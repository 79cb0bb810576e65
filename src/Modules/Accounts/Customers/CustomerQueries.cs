using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Customers;

/// <summary>What a checkout asks, compiled once per program: a compiled query belongs to the model of one database.</summary>
internal sealed class CustomerQueries
{
    public readonly Func<StoreDb, string, CancellationToken, Task<CustomerAccount?>> ByKey =
        EF.CompileAsyncQuery((StoreDb db, string key, CancellationToken ct) => db.Set<CustomerAccount>().SingleOrDefault(c => c.EmailKey == key));

    public readonly Func<StoreDb, CustomerId, CancellationToken, Task<Customer?>> ById =
        EF.CompileAsyncQuery((StoreDb db, CustomerId id, CancellationToken ct) =>
            db.Set<CustomerAccount>().Where(c => c.Id == id && c.ErasedAt == null).Select(c => new Customer(c.Id, c.Email, c.Name)).SingleOrDefault());
}
