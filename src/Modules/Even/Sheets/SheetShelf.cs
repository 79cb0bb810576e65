using System.Text.Json;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Even.Sheets;

/// <summary>One sheet for each customer, found and changed in the current unit of work.</summary>
internal sealed class SheetShelf(StoreDb db, TimeProvider clock)
{
    /// <summary>Null for somebody who has not kept one yet; the version is then 0.</summary>
    public async Task<(Sheet? Sheet, int Version)> Find(CustomerId customer, CancellationToken ct) =>
        await db.Set<StoredSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.CustomerId == customer, ct) is { } stored
            ? (JsonSerializer.Deserialize<Sheet>(stored.Content), stored.Version)
            : (null, 0);

    /// <param name="version">That was edited.</param>
    /// <exception cref="Refusal"><c>sheet.changed</c>.</exception>
    public async Task Keep(CustomerId customer, Sheet sheet, int version, CancellationToken ct)
    {
        var stored = await db.Set<StoredSheet>().SingleOrDefaultAsync(s => s.CustomerId == customer, ct);
        if ((stored?.Version ?? 0) != version) throw Refusal.Conflict("sheet.changed", "You changed this sheet somewhere else meanwhile. What you wrote here is still below: look at the other one in a second window, then keep the one you want.");
        if (stored is null) db.Add(stored = new StoredSheet { CustomerId = customer });
        stored.Replace(JsonSerializer.Serialize(sheet), clock.Now);
        await db.SaveChangesAsync(ct);
    }
}
