using Emporium.Licensing.Licenses;
using Emporium.Ui;

namespace Emporium.Licensing.Desk;

internal static class Words
{
    public static string Of(LicenseStatus status) => status switch { LicenseStatus.Active => "Active", LicenseStatus.Suspended => "Suspended", _ => "Revoked" };

    public static Tone ToneOf(LicenseStatus status) => status switch { LicenseStatus.Active => Tone.Success, LicenseStatus.Suspended => Tone.Warning, _ => Tone.Danger };

    public static string Sentence(int count, string done) => count switch { 0 => $"No key had to be {done}.", 1 => $"One key was {done}.", _ => $"{count} keys were {done}." };
}
