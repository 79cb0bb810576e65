using Emporium.Accounts.Contracts;

namespace Emporium.Accounts.Roles;

/// <summary>One role, as a form and the API name it: <c>owner</c>, <c>manager</c>, …, or the id of a role that the merchant made.</summary>
/// <param name="Custom">Set for <see cref="StaffRole.Custom"/> alone.</param>
internal sealed record RoleChoice(StaffRole Kind, RoleId? Custom = null)
{
    public static readonly RoleChoice Owner = new(StaffRole.Owner);

    /// <exception cref="Refusal"><c>role.unknown</c>.</exception>
    public static RoleChoice Parse(string? text) => text switch
    {
        _ when RoleId.TryParse(text, null, out var id) => new(StaffRole.Custom, id),
        [>= 'a' and <= 'z', ..] when Enum.TryParse<StaffRole>(text, ignoreCase: true, out var kind) && kind is not StaffRole.Custom => new(kind),
        _ => throw Refusal.Invalid("role.unknown", "Choose one of the store's roles.", "role"),
    };

    public override string ToString() => Custom?.ToString() ?? Kind.ToString().ToLowerInvariant();
}
