namespace Emporium.Licensing.Licenses;

/// <summary>Whether a key is good.</summary>
internal enum LicenseStatus
{
    Active,

    /// <summary>Something has to be decided first: the buyer's bank holds the money.</summary>
    Suspended,

    Revoked,
}
