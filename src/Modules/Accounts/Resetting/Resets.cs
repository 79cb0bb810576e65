using Emporium.Accounts.Contracts;
using Emporium.Accounts.Letters;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Resetting;

/// <summary>Makes, finds and closes links to a new password.</summary>
internal sealed class Resets(StoreDb db, StaffLetters letters, StoreAddress address, TimeProvider clock)
{
    private const int LettersAnHour = 3;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Writes to the member of the address, if there is one; saves. Somebody who asks for a stranger fills no mailbox: three letters an hour.</summary>
    public async Task Send(string emailKey, CancellationToken ct)
    {
        if (await db.Set<StaffMember>().SingleOrDefaultAsync(m => m.EmailKey == emailKey && m.Status == StaffStatus.Active, ct) is not { } member) return;
        var since = clock.Now - Hour;
        if (await db.Set<PasswordReset>().CountAsync(r => r.StaffId == member.Id && r.CreatedAt > since, ct) >= LettersAnHour) return;
        await letters.Reset(member, address.To($"/admin/sign-in/reset/{Open(member.Id)}"), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Adds a link to the current unit of work.</summary>
    /// <returns>Its token, kept nowhere else.</returns>
    public string Open(StaffId member)
    {
        var token = Secret.New();
        db.Add(new PasswordReset(token, member, clock.Now));
        return token;
    }

    /// <exception cref="Refusal"><c>reset.not_found</c>, <c>reset.used</c>, <c>reset.expired</c>.</exception>
    public async Task<PasswordReset> Find(string token, CancellationToken ct)
    {
        var hash = Secret.Hash(token);
        var reset = await db.Set<PasswordReset>().SingleOrDefaultAsync(r => r.TokenHash == hash, ct) ?? throw Refusal.NotFound("reset");
        reset.Check(clock.Now);
        return reset;
    }

    /// <summary>No link that was made before opens anything any more.</summary>
    public async Task CloseAll(StaffId member, CancellationToken ct)
    {
        foreach (var reset in await db.Set<PasswordReset>().Where(r => r.StaffId == member && r.UsedAt == null).ToListAsync(ct)) reset.Close(clock.Now);
    }

    /// <summary>Whether the member chose a new password, or rang the alarm, after the moment.</summary>
    public Task<bool> Happened(StaffId member, DateTimeOffset since, CancellationToken ct) => db.Set<PasswordReset>().AnyAsync(r => r.StaffId == member && r.UsedAt > since, ct);
}
