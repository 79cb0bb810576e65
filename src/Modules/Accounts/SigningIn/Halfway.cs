using Emporium.Accounts.Contracts;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SigningIn;

/// <summary>Remembers in a sealed cookie, for ten minutes, that a browser gave the right password and still owes the second factor. It opens nothing by itself.</summary>
internal sealed class Halfway(StoreDb db, Envelope envelope, StoreAddress address)
{
    private const string Purpose = "second step";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly string cookie = HostCookie.NameOf("emporium-second-step", address);

    public void Remember(HttpResponse response, StaffMember member) => response.Cookies.Append(
        cookie, envelope.Seal(Purpose, new Password(member.Id, member.SecurityStamp), Patience), HostCookie.Small(address, Patience));

    /// <summary>Who gave their password in this browser; null where nobody did, it was too long ago, or the password has changed since.</summary>
    public async Task<StaffMember?> Find(HttpRequest request, CancellationToken ct) =>
        envelope.Open<Password>(Purpose, request.Cookies[cookie]) is { } given
            ? await db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Id == given.Id && m.SecurityStamp == given.Stamp && m.Status == StaffStatus.Active, ct)
            : null;

    public void Forget(HttpResponse response) => response.Cookies.Delete(cookie, HostCookie.Small(address, TimeSpan.Zero));

    private sealed record Password(StaffId Id, string Stamp);
}
