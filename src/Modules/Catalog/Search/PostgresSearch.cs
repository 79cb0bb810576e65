using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Search;

/// <summary>A GIN index over word vectors for rare words; for common ones the planner walks the documents from the newest on.</summary>
internal sealed class PostgresSearch(StoreDb db) : ISearch
{
    public Task<List<Hit>> Find(SearchWords words, long before, int limit, CancellationToken ct, bool isForStaff = false)
    {
        var query = string.Join(" & ", words.All.Select(w => $"'{w}'")) + ":*";
        return db.Database.SqlQuery<Hit>($"""
            select s.number as "Number", s.product_id as "Product"
            from catalog_search s
            join catalog_products p on p.id = s.product_id
            where s.words @@ to_tsquery('simple', {query}) and s.number < {before} and s.language = {ProductText.StoreLanguage} and (p.status = 'Published' or {isForStaff})
            order by s.number desc limit {limit}
            """).ToListAsync(ct);
    }
}
