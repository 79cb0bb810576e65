namespace Emporium.Delivery.Entitlements;

/// <summary>Whether the customer may have what they bought.</summary>
internal enum EntitlementStatus
{
    Active,

    /// <summary>Something has to be decided first: the buyer's bank holds the money.</summary>
    Suspended,

    Revoked,
}
