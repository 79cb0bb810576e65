using Emporium.Delivery.Entitlements;
using Emporium.Ui;

namespace Emporium.Delivery.Desk;

internal static class Words
{
    public static string Of(EntitlementStatus status) => status switch { EntitlementStatus.Active => "Active", EntitlementStatus.Suspended => "Suspended", _ => "Revoked" };

    public static Tone ToneOf(EntitlementStatus status) => status switch { EntitlementStatus.Active => Tone.Success, EntitlementStatus.Suspended => Tone.Warning, _ => Tone.Danger };

    public static string Sentence(int count, string done) => count switch { 0 => $"Nothing had to be {done}.", 1 => $"One access was {done}.", _ => $"{count} accesses were {done}." };

    public static string OfReset(int count) => count == 1 ? "Its downloads count from zero again." : $"The downloads of {count} count from zero again.";
}
