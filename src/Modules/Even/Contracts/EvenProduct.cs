using Emporium.Catalog.Contracts;
using Emporium.Platform.Settings;

namespace Emporium.Even.Contracts;

/// <summary>Which product opens the tool. Without one it is closed to everybody.</summary>
[Settings("even.product")]
public sealed record EvenProduct
{
    public ProductId? Product { get; init; }
}
