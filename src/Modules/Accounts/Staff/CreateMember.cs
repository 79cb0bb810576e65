using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Staff;

/// <summary>Makes somebody a member of the staff in the current unit of work.</summary>
internal sealed class CreateMember(UserManager<StaffMember> staff, TimeProvider clock)
{
    public async Task<StaffMember> Handle(string? email, string? name, string? password, RoleChoice role)
    {
        if (!EmailAddress.TryParse(email, out var address))
            throw Refusal.Invalid("staff.email_invalid", "This does not look like an e-mail address. Write it like name@example.com.", "email");
        if (name?.Trim() is not { Length: > 0 and <= StaffMember.NameLength } given)
            throw Refusal.Invalid("staff.name_required", $"Say how you are called, in at most {StaffMember.NameLength} characters.", "name");
        if (await staff.FindByNameAsync(address.Written) is not null)
            throw Refusal.Conflict("staff.email_taken", "Somebody of the staff has this e-mail address already.", "email");

        var member = new StaffMember(StaffId.New(clock), address, given, role, clock.Now);
        var made = await staff.CreateAsync(member, password ?? "");
        return made.Errors.FirstOrDefault() is { } error ? throw Refusal.Invalid(error.Code, error.Description, "password") : member;
    }
}
