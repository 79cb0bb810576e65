using Emporium.Accounts.Customers;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Accounts.Team;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts;

/// <summary>A person as a customer and as a member of the staff.</summary>
internal sealed class AccountsPersonalRecords(StoreDb db, Vault vault, TimeProvider clock) : IPersonalData
{
    public string Module => "Accounts";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        var key = EmailAddress.KeyOf(email);
        var customer = await db.Set<CustomerAccount>().Where(c => c.EmailKey == key).Select(c => new { c.Id, c.Email, c.Name, c.CreatedAt }).SingleOrDefaultAsync(ct);
        var staff = await db.Set<StaffMember>().Where(m => m.EmailKey == key).Select(m => new { m.Id, m.Email, m.Name, m.CreatedAt, m.LastSignInAt }).SingleOrDefaultAsync(ct);
        var invitation = await db.Set<TeamInvitation>().Where(i => i.EmailKey == key).Select(i => new { i.Id, i.Email, i.SentAt, i.ExpiresAt }).SingleOrDefaultAsync(ct);
        if (customer is null && staff is null && invitation is null) return null;

        var sessions = staff is null ? [] : await db.Set<Session>().Where(s => s.StaffId == staff.Id)
            .OrderBy(s => s.CreatedAt).Select(s => new { s.CreatedAt, s.LastSeenAt, s.EndedAt, s.UserAgent, s.FirstAddress, s.LastAddress }).ToListAsync(ct);
        var holder = staff?.Id.ToString();
        var passkeys = await db.Set<Passkey>().Where(p => p.Holder == holder).OrderBy(p => p.CreatedAt).Select(p => new { p.Name, p.CreatedAt, p.LastUsedAt }).ToListAsync(ct);
        return new { customer, staff, sessions, passkeys, invitation };
    }

    /// <summary>A member's account stays: it answers for what was done with it. It goes when it is removed from the team.</summary>
    public async Task Erase(string email, CancellationToken ct)
    {
        var key = EmailAddress.KeyOf(email);
        if (await db.Set<CustomerAccount>().SingleOrDefaultAsync(c => c.EmailKey == key, ct) is { } customer) customer.Erase(clock.Now);
        if (await db.Set<TeamInvitation>().SingleOrDefaultAsync(i => i.EmailKey == key, ct) is not { } invitation) return;
        db.Remove(invitation);
        await vault.Shred(invitation.Id.ToString(), ct);
    }
}
