using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Emporium.Platform.Pages;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Desk;

/// <summary>The first hour: something to sell, with something to deliver.</summary>
internal sealed class OfferFirstWork(StoreDb db) : ISetupStep
{
    public string Name => "catalog.first-work";

    public int Rank => 40;

    public string Title => "Offer your first work";

    public string Reason => "A title, a price and a file: with these three a work can be published and sold.";

    public string Href => "/admin/products/new";

    public string Permission => CatalogModule.Edit;

    public Task<bool> IsDone(CancellationToken ct) =>
        db.Set<Product>().AnyAsync(p => p.Status == ProductStatus.Published && p.Files.Any(f => f.ArchivedAt == null), ct);
}
