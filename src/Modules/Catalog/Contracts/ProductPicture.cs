namespace Emporium.Catalog.Contracts;

/// <summary>An uploaded picture of a product. What lies behind its addresses never changes, so they may be kept for ever.</summary>
/// <param name="Alt">What it shows, for those who do not see it; empty where it only decorates.</param>
/// <param name="Width">In pixels, as it is shown; 0 where it is unknown.</param>
/// <param name="Height">In pixels, as it is shown; 0 where it is unknown.</param>
/// <param name="MediaType">Of the original.</param>
/// <param name="Widths">Of the smaller copies, ascending, in pixels.</param>
public sealed record ProductPicture(PictureId Id, string Alt, int Width, int Height, string MediaType, IReadOnlyList<int> Widths)
{
    /// <summary>The largest copy, or the original where there is none.</summary>
    public string Path => Widths.Count > 0 ? PathOf(Widths[^1]) : $"/pictures/{Id}.full.{Ending}";

    /// <summary>For <c>srcset</c>; null where there is only one size.</summary>
    public string? SrcSet => Widths.Count < 2 ? null : string.Join(", ", Widths.Select(width => $"{PathOf(width)} {width}w"));

    private string Ending => MediaType switch { "image/jpeg" => "jpg", _ => MediaType[(MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..] };

    private string PathOf(int width) => $"/pictures/{Id}.{width}.webp";
}
