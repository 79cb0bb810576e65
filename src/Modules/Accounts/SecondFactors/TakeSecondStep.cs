using Emporium.Accounts.Passkeys;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Pages;
using Emporium.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SecondFactors;

/// <summary>The first hour: whoever guesses an owner's password has the store.</summary>
internal sealed class TakeSecondStep(StoreDb db) : ISetupStep
{
    public string Name => "accounts.second-step";

    public int Rank => 15;

    public string Title => "Protect your account with a second step";

    public string Reason => "A passkey or an authenticator app: a password that somebody guesses is then not enough.";

    public string Href => "/admin/settings/me";

    public string Permission => SettingsPermission.Manage;

    public async Task<bool> IsDone(CancellationToken ct)
    {
        var owners = await db.Set<StaffMember>().Where(m => m.Role == StaffRole.Owner && m.Status == StaffStatus.Active).Select(m => m.Id).ToListAsync(ct);
        var holders = owners.ConvertAll(id => id.ToString());
        return await db.Set<Authenticator>().AnyAsync(a => owners.Contains(a.StaffId), ct) || await db.Set<Passkey>().AnyAsync(p => holders.Contains(p.Holder), ct);
    }
}
