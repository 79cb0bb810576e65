using Emporium.Catalog.Shelf;
using Emporium.Platform.Pages;

namespace Emporium.Catalog.Desk;

/// <summary>Published products in the desk's search, by the words of their texts; those that are called so come first.</summary>
internal sealed class ProductPalette(Shelves shelves) : IPaletteSource
{
    private const int Looked = 30;

    public string Group => "Products";

    public string Permission => CatalogModule.Edit;

    public int Rank => 20;

    public async Task<IReadOnlyList<PaletteHit>> Find(string words, int most, CancellationToken ct)
    {
        try
        {
            var page = await shelves.List(words, null, Looked, ct);
            var found = page.Items.OrderByDescending(p => p.Title.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(most);
            return [.. found.Select(p => new PaletteHit(p.Title, Wording.Kind(p), $"/admin/products/{p.Id}", "book"))];
        }
        catch (Refusal)
        {
            // More words than the search takes find nothing.
            return [];
        }
    }
}
