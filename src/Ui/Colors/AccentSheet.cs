using System.Security.Cryptography;
using System.Text;

namespace Emporium.Ui;

/// <summary>
/// The merchant's accent as a stylesheet of its own, because the policy allows no inline style. Its address is the color and the hash of
/// what it holds, so that browsers and caches keep it for ever.
/// </summary>
internal sealed record AccentSheet(string Hex, string FileName, byte[] Css)
{
    // A store has one accent; that it was fitted already is all there is to remember.
    private static AccentSheet? last;

    /// <summary>The address; null for the house's own accent, which is in every stylesheet already.</summary>
    public static string? Url(string? hex) => Of(hex) is { } sheet ? $"/assets/accent/{sheet.FileName}" : null;

    /// <param name="hex"><c>#rrggbb</c>.</param>
    public static AccentSheet? Of(string? hex)
    {
        if (last is { } known && string.Equals(known.Hex, hex, StringComparison.OrdinalIgnoreCase)) return known;
        if (Oklch.FromHex(hex) is not { } wanted) return null;

        var css = Encoding.UTF8.GetBytes(Write(Accent.Fit(wanted)));
        var name = hex![1..].ToLowerInvariant();
        return last = new(hex, $"{name}.{Convert.ToHexStringLower(SHA256.HashData(css))[..8]}.css", css);
    }

    /// <summary>What an address stands for; null where this program would not write it so.</summary>
    public static AccentSheet? Named(string file) =>
        file.Length > 6 && Of($"#{file[..6]}") is { } sheet && string.Equals(sheet.FileName, file, StringComparison.Ordinal) ? sheet : null;

    private static string Write(Accent accent)
    {
        var (light, dark) = (accent.Light, accent.Dark);
        return $$"""
            @layer tokens {
              :root {
                --accent: light-dark({{light.Base}}, {{dark.Base}});
                --accent-strong: light-dark({{light.Strong}}, {{dark.Strong}});
                --accent-wash: light-dark({{light.Wash}}, {{dark.Wash}});
                --focus: light-dark({{light.Base}}, {{dark.Base}});
              }
            }

            """;
    }
}
