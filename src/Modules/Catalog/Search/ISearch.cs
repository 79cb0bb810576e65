namespace Emporium.Catalog.Search;

/// <summary>Finds products by their words, newest first: what visitors may come across, or everything. Each database does it in its own way, fed by its own triggers.</summary>
internal interface ISearch
{
    /// <param name="before">Only documents with a lower number: where the last page ended.</param>
    /// <param name="isForStaff">True finds drafts, unlisted and archived products too.</param>
    Task<List<Hit>> Find(SearchWords words, long before, int limit, CancellationToken ct, bool isForStaff = false);
}

/// <param name="Number">The document's place in the index; later texts have higher ones.</param>
internal sealed record Hit(long Number, Guid Product);
