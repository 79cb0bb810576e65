using Emporium.Catalog.Contracts;

namespace Emporium.Catalog.Products;

/// <summary>A row that belongs to one product and changes with it.</summary>
internal interface IPartOfProduct
{
    ProductId ProductId { get; }
}
