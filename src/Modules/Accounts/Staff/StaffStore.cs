using Emporium.Accounts.Contracts;
using Emporium.Accounts.Passkeys;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Staff;

/// <summary>Identity's managers over our table. Nothing is saved here: what a manager changes joins the handler's unit of work.</summary>
internal sealed class StaffStore(StoreDb db, PasskeyRack passkeys) : PasskeyHolders<StaffMember>(passkeys), IUserPasswordStore<StaffMember>, IUserSecurityStampStore<StaffMember>
{
    public override Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<StaffMember>().SingleOrDefaultAsync(m => m.EmailKey == normalizedUserName, cancellationToken);

    public override async Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        StaffId.TryParse(userId, null, out var id) ? await db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) : null;

    public override Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        db.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public override Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public override Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken)
    {
        db.Remove(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public override Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public override Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailKey);

    public Task<string?> GetPasswordHashAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<string?> GetSecurityStampAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetPasswordHashAsync(StaffMember user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash ?? "";
        return Task.CompletedTask;
    }

    public Task SetSecurityStampAsync(StaffMember user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public override Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An address is given when the account is made.");

    // The key is made with the address; the manager only says it again.
    public override Task SetNormalizedUserNameAsync(StaffMember user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override string IdOf(StaffMember user) => user.Id.ToString();
}
