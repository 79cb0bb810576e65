using Emporium.Accounts.Staff;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.SigningIn;

/// <summary>Checks a password at the same cost whether or not there is an account that may come in, so that no clock tells who works here.</summary>
internal sealed class Passwords(UserManager<StaffMember> staff, IPasswordHasher<StaffMember> hasher, Decoy decoy)
{
    public Task<StaffMember?> Find(string? email) => staff.FindByNameAsync(email ?? "");

    public async Task<bool> Match(StaffMember? member, string password) => member is not { Status: StaffStatus.Active }
        ? hasher.VerifyHashedPassword(null!, decoy.Hash, password) is PasswordVerificationResult.Success
        : await staff.CheckPasswordAsync(member, password);
}
