using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Catalog.Search;
using Emporium.Platform.Data;

namespace Emporium.Catalog.Shelf;

/// <summary>What visitors see of the catalog: published products, newest first.</summary>
internal sealed class Shelves(StoreDb db, ShelfQueries queries, ISearch search)
{
    /// <summary>Everything published, or what matches the words, page by page.</summary>
    /// <param name="q">What the visitor looks for, as typed; null or blank for everything.</param>
    public async Task<Page<ProductCard>> List(string? q, Cursor? cursor, int limit, CancellationToken ct)
    {
        if (SearchWords.Parse(q) is { } words) return await Matching(words, cursor, limit, ct);
        var (at, id) = cursor is null ? (DateTimeOffset.MaxValue, default) : (cursor.Moment, new ProductId(cursor.Id));
        var cards = await Collect(queries.Page(db, at, id, limit + 1), ct);
        return Page<ProductCard>.Of(cards, limit, c => Cursor.At(c.PublishedAt, c.Id.Value));
    }

    /// <summary>The newest of those the merchant puts in front; without one, the newest of all.</summary>
    public async Task<ProductCard?> Featured(CancellationToken ct) =>
        await queries.Featured(db, ct) is { } featured ? (await ByIds([featured], ct))[0] : (await List(null, null, 1, ct)).Items.FirstOrDefault();

    /// <summary>Works to look at next: older ones of the same kind, then the newest of any.</summary>
    public async Task<IReadOnlyList<ProductCard>> Near(ProductCard product, int count, CancellationToken ct)
    {
        var alike = await Collect(queries.PageOfKind(db, product.Kind, product.PublishedAt, product.Id, count), ct);
        if (alike.Count == count) return alike;
        var newest = await List(null, null, (count * 2) + 1, ct);
        return [.. alike, .. newest.Items.Where(n => n.Id != product.Id && alike.All(a => a.Id != n.Id)).Take(count - alike.Count)];
    }

    /// <exception cref="Refusal"><c>product.not_found</c>; <c>product.withdrawn</c> (410) where it was sold once.</exception>
    public async Task<ProductDetail> Get(string slug, CancellationToken ct)
    {
        var found = await queries.BySlug(db, slug, ct);
        return found?.Status switch
        {
            ProductStatus.Published or ProductStatus.Unlisted => new(found.Card, found.DescriptionHtml, found.SearchTitle, found.SearchDescription, found.Status is ProductStatus.Published),
            ProductStatus.Archived => throw Refusal.Gone("product.withdrawn", "This product is not for sale any more. If you bought it, it is still in your library."),
            _ => throw Refusal.NotFound("product"),
        };
    }

    /// <summary>A work that was sold once; null for any other address.</summary>
    public async Task<ProductCard?> Withdrawn(string slug, CancellationToken ct) =>
        await queries.BySlug(db, slug, ct) is { Status: ProductStatus.Archived } found ? found.Card : null;

    /// <summary>The address of today of what was sold under this one; null where nothing moved.</summary>
    public Task<string?> MovedTo(string slug, CancellationToken ct) => queries.MovedTo(db, slug, ct);

    private async Task<Page<ProductCard>> Matching(SearchWords words, Cursor? cursor, int limit, CancellationToken ct)
    {
        if (words.All.Count == 0) return new([], null);
        var hits = await search.Find(words, cursor?.Sort ?? long.MaxValue, limit + 1, ct);
        var page = Page<Hit>.Of(hits, limit, h => new Cursor(h.Number, h.Product));
        var cards = (await ByIds([.. page.Items.Select(h => new ProductId(h.Product))], ct)).ToDictionary(c => c.Id);
        return new([.. page.Items.Where(h => cards.ContainsKey(new(h.Product))).Select(h => cards[new(h.Product)])], page.NextCursor);
    }

    private async Task<List<ProductCard>> ByIds(ProductId[] ids, CancellationToken ct) => ids.Length == 0 ? [] : await Collect(queries.ByIds(db, ids), ct);

    private static async Task<List<ProductCard>> Collect(IAsyncEnumerable<ProductCard> cards, CancellationToken ct)
    {
        var all = new List<ProductCard>();
        await foreach (var card in cards.WithCancellation(ct)) all.Add(card);
        return all;
    }
}
