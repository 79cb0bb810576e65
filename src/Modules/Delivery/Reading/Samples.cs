using Emporium.Catalog.Contracts;

namespace Emporium.Delivery.Reading;

/// <summary>What anybody may read of a book that is for sale.</summary>
internal sealed class Samples(IPublishedWorks works, IProductFiles files, BookShelf shelf)
{
    public sealed record Sample(string Title, IReadOnlyList<Chapter> Chapters);

    /// <summary>What the work's page says of the sample. Unpacks a book once, and not again for as long as the store runs.</summary>
    public async Task<BookShelf.SampleFacts?> Facts(ProductId product, CancellationToken ct)
    {
        foreach (var file in (await files.Of([product], ct)).Where(f => f.MediaType == BookShelf.Epub))
            if (await shelf.FactsOf(file, ct) is { Count: > 0 } facts) return facts;
        return null;
    }

    /// <summary>Null where nothing of this name is for sale, or it is no book that can be read here, or so short that a sample would be all of it.</summary>
    public async Task<Sample?> Find(string slug, CancellationToken ct)
    {
        if (await works.Find(slug, ct) is not { } product) return null;
        foreach (var file in (await files.Of([product], ct)).Where(f => f.MediaType == BookShelf.Epub))
            if (await shelf.Open(file, ct) is { Sample: { Count: > 0 } chapters } book) return new(book.Title, chapters);
        return null;
    }
}
