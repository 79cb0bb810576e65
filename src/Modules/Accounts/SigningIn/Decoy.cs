using Emporium.Accounts.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Emporium.Accounts.SigningIn;

/// <summary>The hash of a password that nobody knows, for addresses without an account.</summary>
internal sealed class Decoy(IOptions<PasswordHasherOptions> options)
{
    public string Hash { get; } = new PasswordHasher<StaffMember>(options).HashPassword(null!, Secret.New());
}
