using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Catalog.Search;

namespace Emporium.Catalog.Desk.Finding;

/// <summary>Finds products by the words of their texts, drafts and archived ones too; an address or an id finds the one.</summary>
internal sealed class FindProducts(ISearch search)
{
    private const int Most = 500;

    public async ValueTask<IQueryable<Product>> Named(IQueryable<Product> products, string text, CancellationToken ct)
    {
        if (ProductId.TryParse(text.Trim(), null, out var id)) return products.Where(p => p.Id == id);
        var slug = text.Trim().ToLowerInvariant();
        if (SearchWords.Parse(text) is not { All.Count: > 0 } words) return products.Where(p => p.Slug == slug);
        var found = (await search.Find(words, long.MaxValue, Most, ct, isForStaff: true)).Select(hit => new ProductId(hit.Product)).ToList();
        return products.Where(p => found.Contains(p.Id) || p.Slug == slug);
    }
}
