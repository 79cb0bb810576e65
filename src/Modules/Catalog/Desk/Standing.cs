using Emporium.Catalog.Products;
using Emporium.Ui;

namespace Emporium.Catalog.Desk;

/// <summary>How the desk shows the state of a product.</summary>
internal static class Standing
{
    public static Tone ToneOf(ProductStatus status) => status switch
    {
        ProductStatus.Published => Tone.Success,
        ProductStatus.Unlisted => Tone.Info,
        ProductStatus.Archived => Tone.Neutral,
        _ => Tone.Warning,
    };
}
