using Emporium.Accounts.Letters;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Me;

/// <summary>Whoever is signed in, changing their own account.</summary>
internal sealed class Person(StoreDb db, StaffLetters letters)
{
    public const string Home = "/admin/settings/me";

    public Task<StaffMember> Find(HttpContext http, CancellationToken ct)
    {
        var id = http.User.StaffId();
        return db.Set<StaffMember>().SingleAsync(m => m.Id == id, ct);
    }

    /// <summary>Saves what changed about how they sign in, together with the letter that says so.</summary>
    public async Task SaveAndTell(StaffMember member, string title, HttpContext http, CancellationToken ct)
    {
        await letters.Changed(member, title, Caller.Of(http), ct);
        await db.SaveChangesAsync(ct);
    }
}
