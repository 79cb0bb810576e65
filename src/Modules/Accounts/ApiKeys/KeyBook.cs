using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.ApiKeys;

/// <summary>The keys of this store, without what they are: only hashes are kept.</summary>
internal sealed class KeyBook(StoreDb db, RoleBook roles, TimeProvider clock)
{
    // The ended ones are shown for a while, so that somebody who looks for the reason finds it.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);
    private const int Most = 500;

    /// <param name="Shown">The key's beginning and end.</param>
    /// <param name="Maker">In whose name it acts; left out where they have left the team.</param>
    /// <param name="LastUsedAt">To within a few minutes.</param>
    /// <param name="State"><c>Valid</c>, <c>Replaced</c> (valid for a while still), <c>Expired</c> or <c>Revoked</c>.</param>
    public sealed record Listed(
        ApiKeyId Id, string Name, string Shown, IReadOnlyList<string> Scopes, string? Maker, DateTimeOffset MadeAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, string State);

    /// <summary>The valid ones and those that ended within the last ninety days, newest first.</summary>
    public async Task<IReadOnlyList<Listed>> All(CancellationToken ct)
    {
        var (now, since) = (clock.Now, clock.Now - Remembered);
        var rows = await db.Set<ApiKey>().AsNoTracking().Where(k => (k.RevokedAt == null || k.RevokedAt > since) && (k.ExpiresAt == null || k.ExpiresAt > since))
            .OrderByDescending(k => k.Id).Take(Most)
            .LeftJoin(db.Set<StaffMember>(), k => k.MakerId, m => (StaffId?)m.Id, (k, m) => new { Key = k, Maker = m == null ? null : m.Name }).ToListAsync(ct);
        return [.. rows.Select(r => new Listed(r.Key.Id, r.Key.Name, r.Key.Shown, [.. roles.Read(r.Key.Scopes).Names], r.Maker, r.Key.MadeAt, r.Key.ExpiresAt, r.Key.LastUsedAt, StateOf(r.Key, now)))];
    }

    /// <exception cref="Refusal"><c>api_key.not_found</c>.</exception>
    public async Task<ApiKey> Find(ApiKeyId id, CancellationToken ct) => await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == id, ct) ?? throw Refusal.NotFound("api_key");

    /// <exception cref="Refusal"><c>api_key.not_found</c>, <c>permission.above_own</c>.</exception>
    public async Task<ApiKey> Find(ApiKeyId id, Actor by, CancellationToken ct)
    {
        var key = await Find(id, ct);
        by.DemandCovers(roles.Read(key.Scopes));
        return key;
    }

    public static async Task<Page<Listed>> Endpoint(KeyBook keys, CancellationToken ct) => new(await keys.All(ct), null);

    private static string StateOf(ApiKey key, DateTimeOffset now) => key switch
    {
        { RevokedAt: not null } => "Revoked",
        _ when key.ExpiresAt <= now => "Expired",
        { ReplacedBy: not null } => "Replaced",
        _ => "Valid",
    };
}
