namespace Emporium.Accounts.Staff;

internal enum StaffStatus
{
    Active,

    /// <summary>Keeps the account and may not come in.</summary>
    Suspended,
}
