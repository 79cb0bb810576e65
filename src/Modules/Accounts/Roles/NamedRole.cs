namespace Emporium.Accounts.Roles;

/// <summary>A role as people read it.</summary>
internal sealed record NamedRole(RoleChoice Choice, string Name, string Description, Grants Grants)
{
    public static string NameOf(StaffRole role) => role.ToString();

    public static string Describe(StaffRole role) => role switch
    {
        StaffRole.Owner => "Everything, the team and its keys included.",
        StaffRole.Manager => "Runs the shop day by day.",
        StaffRole.Support => "Helps buyers: sees orders, gives access and money back.",
        StaffRole.Finance => "Keeps the books: orders, payments, ledger, taxes.",
        StaffRole.Developer => "Connects and repairs: events, webhooks, jobs, keys for programs.",
        _ => "",
    };
}
