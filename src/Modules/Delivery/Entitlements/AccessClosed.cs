namespace Emporium.Delivery.Entitlements;

/// <summary>What a buyer is told where access is not open. It is gone rather than forbidden: they had it, and who they are is not in doubt.</summary>
internal static class AccessClosed
{
    public static Refusal? For(EntitlementStatus status, string? reason) => status switch
    {
        EntitlementStatus.Revoked => Refusal.Gone("entitlement.revoked", $"This is no longer yours to download. {reason}"),
        EntitlementStatus.Suspended => Refusal.Gone("entitlement.suspended", $"This cannot be downloaded for now. {reason}"),
        _ => null,
    };
}
