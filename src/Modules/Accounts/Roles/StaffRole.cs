namespace Emporium.Accounts.Roles;

/// <summary>Which kind of role somebody has: the owner's, a standard one (named as in <see cref="Platform.Security.StandardRole"/>), or one that the merchant made.</summary>
internal enum StaffRole
{
    /// <summary>Everything, and who else may do everything.</summary>
    Owner,
    Manager,
    Support,
    Finance,
    Developer,

    /// <summary>A <see cref="Role"/>, named beside.</summary>
    Custom,
}
