namespace Emporium.Browser.Support;

/// <summary>The sizes, in CSS pixels, that every page is looked at in.</summary>
internal static class Screen
{
    public const int Phone = 390;

    public const int Desktop = 1440;

    public const int Height = 900;

    public static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
}
