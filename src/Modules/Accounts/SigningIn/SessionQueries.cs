using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>What every request of the desk asks, compiled once per program: a compiled query belongs to the model of one database.</summary>
internal sealed class SessionQueries
{
    /// <summary>By the session's id, now, and the moment since which it must have been seen.</summary>
    public readonly Func<StoreDb, string, DateTimeOffset, DateTimeOffset, CancellationToken, Task<Holder?>> Running =
        EF.CompileAsyncQuery((StoreDb db, string id, DateTimeOffset now, DateTimeOffset idleSince, CancellationToken ct) => db.Set<Session>()
            .Where(s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now && s.LastSeenAt > idleSince)
            .Join(db.Set<StaffMember>().Where(m => m.Status == StaffStatus.Active), s => new { Id = s.StaffId, s.SecurityStamp }, m => new { m.Id, m.SecurityStamp }, (s, m) => new { s.LastSeenAt, s.ProvedAt, Member = m })
            .LeftJoin(db.Set<Role>(), s => s.Member.RoleId, r => (RoleId?)r.Id, (s, r) => new Holder(s.Member.Id, s.Member.Name, s.LastSeenAt, s.ProvedAt, s.Member.Role, r == null ? null : r.Permissions))
            .SingleOrDefault());

    /// <summary>Who is signed in.</summary>
    /// <param name="Permissions">Of the merchant's own role, where the member has one.</param>
    internal sealed record Holder(StaffId Id, string Name, DateTimeOffset LastSeenAt, DateTimeOffset? ProvedAt, StaffRole Role, string? Permissions);
}
