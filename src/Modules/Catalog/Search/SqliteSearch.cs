using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Search;

/// <summary>FTS5: reads the matches from the newest on and stops at the limit, however many there are.</summary>
internal sealed class SqliteSearch(StoreDb db) : ISearch
{
    public Task<List<Hit>> Find(SearchWords words, long before, int limit, CancellationToken ct, bool isForStaff = false)
    {
        var match = string.Join(' ', words.All.Select(w => $"\"{w}\"")) + "*";
        return db.Database.SqlQuery<Hit>($"""
            select d.number as "Number", d.product_id as "Product"
            from catalog_search s
            join catalog_search_documents d on d.number = s.rowid
            join catalog_products p on p.id = d.product_id
            where s.catalog_search match {match} and s.rowid < {before} and d.language = {ProductText.StoreLanguage} and (p.status = 'Published' or {isForStaff})
            order by s.rowid desc limit {limit}
            """).ToListAsync(ct);
    }
}
