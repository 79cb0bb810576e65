using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Staff;

/// <summary>Gives a member another password in the current unit of work. Every session and every known browser of the one before is over.</summary>
internal sealed class NewPassword(UserManager<StaffMember> staff)
{
    /// <exception cref="Refusal"><c>password.differs</c>, and what <see cref="PasswordRules"/> says; all of them about the field <c>password</c> or <c>again</c>.</exception>
    public async Task Set(StaffMember member, string? password, string? again)
    {
        Demand(password, again);
        foreach (var rules in staff.PasswordValidators)
            if ((await rules.ValidateAsync(staff, member, password)).Errors.FirstOrDefault() is { } error) throw Refusal.Invalid(error.Code, error.Description, "password");
        member.PasswordHash = staff.PasswordHasher.HashPassword(member, password!);
        await staff.UpdateSecurityStampAsync(member);
    }

    /// <exception cref="Refusal"><c>password.differs</c>: a finger slipped, and nobody could see it.</exception>
    public static void Demand(string? password, string? again)
    {
        if (password != again) throw Refusal.Invalid("password.differs", "The two passwords differ. Type the same one twice.", "again");
    }
}
