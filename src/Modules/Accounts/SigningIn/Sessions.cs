using System.Security.Claims;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>Begins, finds and ends sessions. Looked up at every request of the desk: nothing is remembered that could outlive a sign-out.</summary>
internal sealed class Sessions(StoreDb db, SessionQueries queries, RoleBook roles, TimeProvider clock)
{
    // A session is not written at every click.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Adds a session to the current unit of work.</summary>
    /// <returns>Its secret, for the cookie; kept nowhere else.</returns>
    public string Begin(StaffMember staff, Caller caller)
    {
        var secret = Secret.New();
        db.Add(new Session(secret, staff, caller, clock.Now));
        return secret;
    }

    /// <summary>Who is signed in by the secret; null when nobody is, or not any more.</summary>
    public async Task<ClaimsIdentity?> Find(string secret, string address, CancellationToken ct)
    {
        var (id, now) = (Secret.Hash(secret), clock.Now);
        if (await queries.Running(db, id, now, now - Session.Idle, ct) is not { } holder) return null;
        if (now - holder.LastSeenAt > SeenEvery)
            await db.Transact(() => db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now).SetProperty(s => s.LastAddress, address), ct), ct);
        return new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, holder.Id.ToString()),
            new(ClaimTypes.Name, holder.Name),
            SessionClaims.Id(id),
            SessionClaims.ProvedAt(holder.ProvedAt),
            .. roles.Of(holder.Role, holder.Permissions).Names.Select(name => new Claim(Permission.ClaimType, name)),
        ], SessionCookie.Scheme);
    }

    public Task End(string secret, CancellationToken ct)
    {
        var id = Secret.Hash(secret);
        return End(db.Set<Session>().Where(s => s.Id == id), ct);
    }

    /// <summary>Ends those of the sessions that still run.</summary>
    public Task End(IQueryable<Session> sessions, CancellationToken ct)
    {
        var now = clock.Now;
        return db.Transact(() => sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct), ct);
    }

    /// <summary>The holder has just proved to sit there.</summary>
    public Task Prove(string id, CancellationToken ct)
    {
        var now = (DateTimeOffset?)clock.Now;
        return db.Transact(() => db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now), ct), ct);
    }
}
