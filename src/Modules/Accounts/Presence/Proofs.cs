using Emporium.Accounts.Letters;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.SecondFactors;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Presence;

/// <summary>The ways in which somebody shows that it is them.</summary>
internal sealed class Proofs(UserManager<StaffMember> staff, Authenticators authenticators, RecoveryCodes recovery, PasskeyCeremony<StaffMember> passkeys, StaffLetters letters)
{
    /// <summary>Something that they have: the app's code, a recovery code, or a passkey.</summary>
    public async Task<bool> SecondFactor(StaffMember member, string? code, string? credential, HttpContext http, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(credential)) return await IsTheirs(member, credential, http, ct);
        if (await authenticators.Take(member.Id, code, ct)) return true;
        if (!await recovery.Take(member.Id, code, ct)) return false;
        await letters.RecoveryCodeUsed(member, Caller.Of(http), ct);
        return true;
    }

    /// <summary>Any one of password, the app's code, and passkey: enough for who is signed in already.</summary>
    public async Task<bool> Any(StaffMember member, ConfirmPage.Proof given, HttpContext http, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(given.Credential)) return await IsTheirs(member, given.Credential, http, ct);
        if (!string.IsNullOrEmpty(given.Password) && await staff.CheckPasswordAsync(member, given.Password)) return true;
        return !string.IsNullOrEmpty(given.Code) && await authenticators.Take(member.Id, given.Code, ct);
    }

    private async Task<bool> IsTheirs(StaffMember member, string credential, HttpContext http, CancellationToken ct) =>
        (await passkeys.Check(credential, http, ct)).Id == member.Id;
}
