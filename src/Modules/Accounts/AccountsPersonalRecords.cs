using Emporium.Accounts.Consents;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.CustomerDesk;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Accounts.Links;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.Visiting;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Accounts.Team;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts;

/// <summary>A person as a customer, as one who wants letters, and as a member of the staff.</summary>
internal sealed class AccountsPersonalRecords(StoreDb db, Vault vault, PasskeyRack rack, IMailDesk mails, TimeProvider clock) : IPersonalData
{
    public string Module => "Accounts";

    public async Task<object?> Export(string email, CancellationToken ct)
    {
        var key = EmailAddress.KeyOf(email);
        var customer = await db.Set<CustomerAccount>().Where(c => c.EmailKey == key)
            .Select(c => new { c.Id, c.Email, c.Name, c.PostalAddress, c.Language, c.CreatedAt, c.LastSignInAt }).SingleOrDefaultAsync(ct);
        var staff = await db.Set<StaffMember>().Where(m => m.EmailKey == key).Select(m => new { m.Id, m.Email, m.Name, m.CreatedAt, m.LastSignInAt }).SingleOrDefaultAsync(ct);
        var invitation = await db.Set<TeamInvitation>().Where(i => i.EmailKey == key).Select(i => new { i.Id, i.Email, i.SentAt, i.ExpiresAt }).SingleOrDefaultAsync(ct);
        var consents = await db.Set<Consent>().Where(c => c.EmailKey == key).OrderBy(c => c.AskedAt)
            .Select(c => new { c.Id, c.Purpose, c.Status, c.Email, c.Wording, c.WordingVersion, c.Page, c.AskedAt, c.ConfirmedAt, c.EndedAt, c.EndedBy }).ToListAsync(ct);
        if (customer is null && staff is null && invitation is null && consents.Count == 0) return null;

        var sessions = staff is null ? [] : await db.Set<Session>().Where(s => s.StaffId == staff.Id)
            .OrderBy(s => s.CreatedAt).Select(s => new { s.CreatedAt, s.LastSeenAt, s.EndedAt, s.UserAgent, s.FirstAddress, s.LastAddress }).ToListAsync(ct);
        var passkeys = staff is null ? [] : await PasskeysOf(staff.Id.ToString(), ct);
        return new
        {
            customer, consents, account = customer is null ? null : await AccountOf(customer.Id, ct), letters = await Letters(customer?.Id, consents.Select(c => c.Id), ct), staff, sessions, passkeys, invitation,
        };
    }

    /// <summary>A member's account stays: it answers for what was done with it. It goes when it is removed from the team.</summary>
    public async Task Erase(string email, CancellationToken ct)
    {
        var key = EmailAddress.KeyOf(email);
        foreach (var consent in await db.Set<Consent>().Where(c => c.EmailKey == key).ToListAsync(ct))
        {
            consent.Forget(clock.Now);
            await vault.Shred(consent.Subject, ct);
        }
        if (await db.Set<TeamInvitation>().SingleOrDefaultAsync(i => i.EmailKey == key, ct) is { } invitation)
        {
            db.Remove(invitation);
            await vault.Shred(invitation.Id.ToString(), ct);
        }
        if (await db.Set<CustomerAccount>().SingleOrDefaultAsync(c => c.EmailKey == key, ct) is { } customer) await Erase(customer, ct);
    }

    private async Task Erase(CustomerAccount customer, CancellationToken ct)
    {
        var id = customer.Id;
        foreach (var export in await db.Set<DataExport>().AsNoTracking().Where(e => e.CustomerId == id).Select(e => e.Id).ToListAsync(ct)) await vault.Shred(export.ToString(), ct);

        // By statement: what a job deletes at the same moment is gone as well.
        await db.Transact(async () =>
        {
            await db.Set<DataExport>().Where(e => e.CustomerId == id).ExecuteDeleteAsync(ct);
            await db.Set<CustomerSession>().Where(s => s.CustomerId == id).ExecuteDeleteAsync(ct);
            await db.Set<Link>().Where(l => l.CustomerId == id).ExecuteDeleteAsync(ct);
            await db.Set<CustomerNote>().Where(n => n.CustomerId == id).ExecuteDeleteAsync(ct);
            await rack.Clear(id.ToString(), ct);
        }, ct);
        await vault.Shred(id.ToString(), ct);
        customer.Erase(clock.Now);
    }

    private async Task<object> AccountOf(CustomerId id, CancellationToken ct) => new
    {
        sessions = await db.Set<CustomerSession>().Where(s => s.CustomerId == id).OrderBy(s => s.CreatedAt).Select(s => new { s.CreatedAt, s.LastSeenAt, s.EndedAt, s.UserAgent }).ToListAsync(ct),
        passkeys = await PasskeysOf(id.ToString(), ct),
        links = await db.Set<Link>().Where(l => l.CustomerId == id).OrderBy(l => l.AskedAt).Select(l => new { l.Purpose, l.AskedAt, l.UsedAt, l.UserAgent, l.Email }).ToListAsync(ct),
        notes = await db.Set<CustomerNote>().Where(n => n.CustomerId == id).OrderBy(n => n.WrittenAt).Select(n => new { n.Text, n.WrittenAt }).ToListAsync(ct),
    };

    private async Task<IReadOnlyList<object>> PasskeysOf(string holder, CancellationToken ct) =>
        await db.Set<Passkey>().Where(p => p.Holder == holder).OrderBy(p => p.CreatedAt).Select(p => new { p.Name, p.CreatedAt, p.LastUsedAt }).ToListAsync(ct);

    private async Task<IReadOnlyList<object>> Letters(CustomerId? customer, IEnumerable<ConsentId> consents, CancellationToken ct)
    {
        var subjects = consents.Select(c => c.ToString());
        return await mails.Told(customer is null ? subjects : subjects.Prepend($"{customer}"), ct);
    }
}
