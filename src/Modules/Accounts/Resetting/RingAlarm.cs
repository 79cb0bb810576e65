using Emporium.Accounts.Passkeys;
using Emporium.Accounts.SecondFactors;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Resetting;

/// <summary>
/// What “this was not me” does: everybody is signed out, the password opens nothing any more, what was added to the account since the letter is
/// taken back, and a new password can be chosen. A second factor of before stays: whoever holds the mailbox alone does not get around it.
/// </summary>
internal sealed class RingAlarm(StoreDb db, Alarm alarm, Resets resets, UserManager<StaffMember> staff)
{
    // A letter is written within the minute of what it tells.
    private static readonly TimeSpan JustBefore = TimeSpan.FromMinutes(1);

    /// <returns>The token of the link to a new password.</returns>
    public async Task<string> Handle(string token, CancellationToken ct)
    {
        var call = await Find(token, ct);
        var member = await db.Set<StaffMember>().SingleAsync(m => m.Id == call.Member, ct);
        member.PasswordHash = "";
        await staff.UpdateSecurityStampAsync(member);
        await TakeBack(call.Member, call.At - JustBefore, ct);
        await resets.CloseAll(member.Id, ct);
        var reset = resets.Open(member.Id);
        await db.SaveChangesAsync(ct);
        return reset;
    }

    /// <exception cref="Refusal"><c>alarm.expired</c>, <c>alarm.past</c>.</exception>
    public async Task<Alarm.Call> Find(string token, CancellationToken ct)
    {
        var call = alarm.Read(token);
        if (await resets.Happened(call.Member, call.At, ct))
            throw Refusal.Gone("alarm.past", "You have chosen a new password since this letter. If something is wrong again, use the newest letter, or ask for a new password at the sign-in.");
        return call;
    }

    public static async Task<IResult> Endpoint(string token, [FromForm] string? sure, RingAlarm ring, CancellationToken ct) =>
        SeeOther.To($"/admin/sign-in/reset/{await ring.Handle(token, ct)}");

    private async Task TakeBack(Contracts.StaffId member, DateTimeOffset since, CancellationToken ct)
    {
        var holder = member.ToString();
        db.RemoveRange(await db.Set<Authenticator>().Where(a => a.StaffId == member && a.CreatedAt >= since).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.StaffId == member && c.CreatedAt >= since).ToListAsync(ct));
        db.RemoveRange(await db.Set<Passkey>().Where(p => p.Holder == holder && p.CreatedAt >= since).ToListAsync(ct));
    }
}
