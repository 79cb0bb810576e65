using Emporium.Accounts.Contracts;
using Emporium.Accounts.Passkeys;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.SecondFactors;

/// <summary>What a member has besides the password.</summary>
internal sealed class Factors(StoreDb db)
{
    public async Task<Held> Of(StaffId member, CancellationToken ct)
    {
        var holder = member.ToString();
        return new(
            await db.Set<Authenticator>().AnyAsync(a => a.StaffId == member, ct),
            await db.Set<Passkey>().CountAsync(p => p.Holder == holder, ct),
            await db.Set<RecoveryCode>().CountAsync(c => c.StaffId == member && c.UsedAt == null, ct));
    }

    /// <param name="RecoveryCodes">Those that were not used yet.</param>
    internal sealed record Held(bool Authenticator, int Passkeys, int RecoveryCodes)
    {
        /// <summary>The password alone does not let in.</summary>
        public bool Any => Authenticator || Passkeys > 0;
    }
}
