using Emporium.Accounts.SigningIn;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Me;

/// <summary>Shows where one is signed in, and ends it there.</summary>
internal sealed class SessionForms(StoreDb db, Sessions sessions, TimeProvider clock)
{
    /// <summary>Those that still run, the one in use last. There are few: each is at most thirty days old.</summary>
    public Task<List<Session>> Running(HttpContext http, CancellationToken ct)
    {
        var (id, now, idleSince) = (http.User.StaffId(), clock.Now, clock.Now - Session.Idle);
        return db.Set<Session>().AsNoTracking()
            .Where(s => s.StaffId == id && s.EndedAt == null && s.ExpiresAt > now && s.LastSeenAt > idleSince)
            .Join(db.Set<Staff.StaffMember>(), s => new { Id = s.StaffId, s.SecurityStamp }, m => new { m.Id, m.SecurityStamp }, (s, m) => s)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
    }

    public static async Task<SeeOther> End(string id, SessionForms forms, HttpContext http, CancellationToken ct)
    {
        await forms.End(s => s.Where(one => one.Id == id), http, ct);
        return SeeOther.To(Person.Home).Saying("That browser is signed out.");
    }

    public static async Task<SeeOther> EndOthers(SessionForms forms, HttpContext http, CancellationToken ct)
    {
        var own = http.User.SessionId();
        await forms.End(s => s.Where(one => one.Id != own), http, ct);
        return SeeOther.To(Person.Home).Saying("All other browsers are signed out.");
    }

    private Task End(Func<IQueryable<Session>, IQueryable<Session>> which, HttpContext http, CancellationToken ct)
    {
        var id = http.User.StaffId();
        return sessions.End(which(db.Set<Session>().Where(s => s.StaffId == id)), ct);
    }
}
