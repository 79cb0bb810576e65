using Emporium.Accounts.Contracts;
using Emporium.Even.Sheets;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Even;

/// <summary>A sheet is its writer's own: they take it with them, and it goes when they do.</summary>
internal sealed class KeptSheets(StoreDb db, SheetShelf shelf, ICustomers customers) : IPersonalData
{
    public string Module => "Even";

    public async Task<object?> Export(string email, CancellationToken ct) =>
        await customers.FindByEmail(email, ct) is { Id: var customer } ? (await shelf.Find(customer, ct)).Sheet : null;

    public async Task Erase(string email, CancellationToken ct)
    {
        if (await customers.FindByEmail(email, ct) is { Id: var customer } && await db.Set<StoredSheet>().SingleOrDefaultAsync(s => s.CustomerId == customer, ct) is { } sheet)
            db.Remove(sheet);
    }
}
