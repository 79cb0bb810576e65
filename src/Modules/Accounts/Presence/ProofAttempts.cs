using Emporium.Accounts.SigningIn;
using Emporium.Platform.Data;

namespace Emporium.Accounts.Presence;

/// <summary>Counts what is tried as a proof within a session. Whoever sits at a stranger's desk and guesses is signed out; the owner's other sessions go on.</summary>
internal sealed class ProofAttempts(StoreDb db, Throttle throttle, Sessions sessions)
{
    public const int Most = 10;

    /// <returns>False where there were too many; the session has ended then.</returns>
    public async Task<bool> Take(string session, CancellationToken ct)
    {
        if (await throttle.Take($"proof in {session}", Most, PresenceGuard.Fresh, ct)) return true;
        await sessions.End(db.Set<Session>().Where(s => s.Id == session), ct);
        return false;
    }
}
