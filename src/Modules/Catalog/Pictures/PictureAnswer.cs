using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Pictures;

/// <summary>A picture as the admin API tells it.</summary>
/// <param name="Widths">Of its smaller copies, in pixels.</param>
/// <param name="IsShown">False until it is described or marked as decoration: visitors do not see it yet.</param>
internal sealed record PictureAnswer(
    PictureId Id, string Name, string MediaType, int Width, int Height, long Size, string Sha256, IReadOnlyList<int> Widths, string Alt, bool IsDecorative, int Position, bool IsShown)
{
    public static PictureAnswer Of(Picture p) =>
        new(p.Id, p.Name, p.MediaType, p.Width, p.Height, p.Size, p.Sha256, Picture.WidthsOf(p.Variants), p.Alt, p.IsDecorative, p.Position, p.IsDescribed);
}
