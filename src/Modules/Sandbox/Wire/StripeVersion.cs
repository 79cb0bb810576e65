namespace Emporium.Sandbox.Wire;

/// <summary>The one version of Stripe's API that the sandbox speaks.</summary>
internal static class StripeVersion
{
    public const string Pinned = "2026-10-28.endive";
}
