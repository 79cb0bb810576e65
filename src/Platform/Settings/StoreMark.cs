namespace Emporium.Platform.Settings;

/// <summary>The sign that the store stands under in browser tabs and on home screens.</summary>
[Settings("platform.mark")]
public sealed record StoreMark
{
    /// <summary>A drawn sign, by the name that the design system gives it.</summary>
    public string Shape { get; init; } = "arch";

    /// <summary>The color of its ground, <c>#rrggbb</c>.</summary>
    public string Ink { get; init; } = "#14213d";

    /// <summary>The merchant's own picture instead, a square PNG in the file store; null for the drawn sign.</summary>
    public string? PictureSha256 { get; init; }

    /// <summary>Of each side, in pixels; 0 without a picture.</summary>
    public int PictureSize { get; init; }
}
