using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;

namespace Emporium.Accounts.ApiKeys;

/// <summary>What every request with a key asks.</summary>
internal static class KeyQueries
{
    /// <summary>By the key's hash: the key, its maker and what the maker may do.</summary>
    public static readonly CompiledQuery<string, Holder?> ByHash = new((db, hash, _) => db.Set<ApiKey>()
        .Where(k => k.Hash == hash)
        .LeftJoin(db.Set<StaffMember>(), k => k.MakerId, m => (StaffId?)m.Id, (k, m) => new { Key = k, Maker = m })
        .LeftJoin(db.Set<Role>(), k => k.Maker!.RoleId, r => (RoleId?)r.Id, (k, r) => new Holder(
            k.Key.Id, k.Key.Name, k.Key.Scopes, k.Key.ExpiresAt, k.Key.RevokedAt, k.Key.LastUsedAt,
            k.Key.MakerId, k.Maker == null ? StaffStatus.Suspended : k.Maker.Status, k.Maker == null ? StaffRole.Custom : k.Maker.Role, r == null ? null : r.Permissions))
        .SingleOrDefault());

    /// <summary>A key as it is asked for.</summary>
    internal sealed record Holder(
        ApiKeyId Id, string Name, string Scopes, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt,
        StaffId? Maker, StaffStatus MakerStatus, StaffRole MakerRole, string? MakerPermissions);
}
