using System.Security.Claims;
using Emporium.Accounts.Roles;
using Emporium.Platform.Data;
using Emporium.Platform.Security;

namespace Emporium.Accounts.SigningIn;

/// <summary>Asks the session again for an answer that goes on, without touching it: an open page is nobody who is there.</summary>
internal sealed class SignedIn(StoreDb db, SessionQueries queries, RoleBook roles, TimeProvider clock) : ISignedIn
{
    public async Task<bool> Still(ClaimsPrincipal person, string permission, CancellationToken ct)
    {
        if (person.FindFirstValue(SessionCookie.SecretClaim) is not { } secret) return false;
        var now = clock.Now;
        return await queries.Running(db, Secret.Hash(secret), now, now - Session.Idle, ct) is { } holder
            && roles.Of(holder.Role, holder.Permissions).Names.Any(name => name == permission || name == Permission.Everything);
    }
}
