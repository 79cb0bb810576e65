using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Audit;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Staff;

/// <summary>The names of the staff, and of the keys that act for them, for the audit log, which itself holds only ids.</summary>
internal sealed class StaffNames(StoreDb db) : IActorNames
{
    public async Task<IReadOnlyDictionary<string, string>> Present(CancellationToken ct)
    {
        var names = await db.Set<StaffMember>().ToDictionaryAsync(m => m.Id.ToString(), m => m.Name, ct);
        foreach (var key in await db.Set<ApiKey>().AsNoTracking().Where(k => k.RevokedAt == null).ToListAsync(ct)) names[key.Id.ToString()] = OfKey(key);
        return names;
    }

    public async Task<IReadOnlyDictionary<string, string>> Find(IReadOnlyCollection<string> actors, CancellationToken ct)
    {
        List<StaffId> ids = [.. actors.Where(a => StaffId.TryParse(a, null, out _)).Select(a => StaffId.Parse(a, null))];
        List<ApiKeyId> keys = [.. actors.Where(a => ApiKeyId.TryParse(a, null, out _)).Select(a => ApiKeyId.Parse(a, null))];
        var names = await db.Set<StaffMember>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id.ToString(), m => m.Name, ct);
        foreach (var key in await db.Set<ApiKey>().AsNoTracking().Where(k => keys.Contains(k.Id)).ToListAsync(ct)) names[key.Id.ToString()] = OfKey(key);
        return names;
    }

    private static string OfKey(ApiKey key) => $"{key.Name} (API key)";
}
