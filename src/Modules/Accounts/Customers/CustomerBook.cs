using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Customers;

/// <summary>Who has bought or is about to. One indexed query a checkout.</summary>
internal sealed class CustomerBook(StoreDb db, TimeProvider clock) : ICustomers
{
    private static readonly CompiledQuery<string, CustomerAccount?> ByKey = new((db, key, _) => db.Set<CustomerAccount>().SingleOrDefault(c => c.EmailKey == key));

    private static readonly CompiledQuery<CustomerId, Customer?> ById = new((db, id, _) =>
        db.Set<CustomerAccount>().Where(c => c.Id == id && c.ErasedAt == null).Select(c => new Customer(c.Id, c.Email, c.Name, c.Language, c.PostalAddress)).SingleOrDefault());

    public async Task<CustomerId> Ensure(string email, string? name, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var address))
            throw Refusal.Invalid("customer.email_invalid", "This does not look like an e-mail address. Write it like name@example.com.", "email");

        var known = db.Set<CustomerAccount>().Local.FirstOrDefault(c => c.EmailKey == address.Key) ?? await ByKey.Run(db, address.Key, ct);
        if (known is null) db.Add(known = new CustomerAccount(CustomerId.New(clock), address, name, clock.Now));
        else known.WriteAgain(address, name);
        return known.Id;
    }

    public Task<Customer?> Find(CustomerId id, CancellationToken ct) => ById.Run(db, id, ct);

    public async Task<Customer?> FindByEmail(string email, CancellationToken ct) =>
        EmailAddress.TryParse(email, out var address)
            ? await db.Set<CustomerAccount>().Where(c => c.EmailKey == address.Key).Select(c => new Customer(c.Id, c.Email, c.Name, c.Language, c.PostalAddress)).SingleOrDefaultAsync(ct)
            : null;
}
