using Emporium.Catalog.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Products;

/// <inheritdoc cref="IProductEditor"/>
internal sealed class ProductEditor(StoreDb db, IEvents events, IFiles files, IFreshness freshness, CurrentAuthor author, TimeProvider clock) : IProductEditor
{
    /// <summary>The stamp that cached pages carry.</summary>
    public const string Tag = "catalog";

    public async Task<ProductId> Put(ProductDraft draft, CancellationToken ct)
    {
        var product = await Find(p => p.Slug == draft.Slug, ct) ?? Begin();
        await Write(product, draft, draft.IsPublished ? ProductStatus.Published : ProductStatus.Draft, ct);
        return product.Id;
    }

    public async Task Archive(ProductId product, CancellationToken ct)
    {
        var known = await Get(product, ct);
        if (known.Archive(clock.Now)) await Changed(known, new ProductArchived(known.Id), ct);
    }

    public Product Begin()
    {
        var product = new Product(ProductId.New(clock), SellerId.Store, clock.Now);
        db.Add(product);
        return product;
    }

    public async Task<Product> Get(ProductId id, CancellationToken ct) =>
        await Find(p => p.Id == id, ct) ?? throw Refusal.NotFound("product");

    /// <summary>As it is stored, untouched by what this unit of work may have begun to change.</summary>
    public async Task<Product> Read(ProductId id, CancellationToken ct) =>
        await Whole.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw Refusal.NotFound("product");

    /// <summary>Brings the product to the drafted state, and says what happened where anything did.</summary>
    public async Task Write(Product product, ProductDraft draft, ProductStatus status, CancellationToken ct)
    {
        await Move(product, draft, status, ct);
        var text = product.Text(ProductText.StoreLanguage);
        text.Say(draft.Title, draft.Subtitle, draft.Byline, draft.Pitch);
        text.Describe(draft.Description, Markdown.ToSafeHtml);
        text.TellSearchEngines(draft.SearchTitle, draft.SearchDescription);
        product.Cost(draft.Prices);
        product.Offer(draft.RefundDays, draft.DownloadLimit);
        (product.CoverSeed, product.IssuesLicense, product.IsFeatured) = (draft.CoverSeed, draft.IssuesLicense, draft.IsFeatured);
        if (db.Entry(product).State is not EntityState.Added && (IsChanged(product) || status != product.Status)) product.Sign(By, clock.Now);
        product.Hold(await Checked(product, draft.Files, ct), By, clock);
        if (status is ProductStatus.Published or ProductStatus.Unlisted) product.DemandDescribed();
        await Settle(product, status, ct);
    }

    /// <summary>Another price in its currency; what was said and costs elsewhere stays.</summary>
    public async Task Reprice(Product product, Money price, CancellationToken ct)
    {
        product.Cost([.. product.Prices.Where(p => p.Currency != price.Currency).Select(p => new Money(p.AmountMinor, p.Currency)), price]);
        if (IsChanged(product)) product.Sign(By, clock.Now);
        await Settle(product, product.Status, ct);
    }

    /// <summary>Counts and tells a change that was made to the product itself.</summary>
    public async Task Settle(Product product, ProductStatus status, CancellationToken ct)
    {
        IFact? fact = status switch
        {
            ProductStatus.Published or ProductStatus.Unlisted when product.Publish(clock.Now, status is ProductStatus.Published) => new ProductPublished(product.Id, product.Seller),
            ProductStatus.Archived when product.Archive(clock.Now) => new ProductArchived(product.Id),
            _ => null,
        };
        if (status is ProductStatus.Draft) product.Withdraw();
        if (fact is not null) await Changed(product, fact, ct);
        else if (IsChanged(product)) await Changed(product, new ProductChanged(product.Id, product.Version + 1), ct);
    }

    /// <summary>The name under which this request's changes are noted.</summary>
    public string By => author.Read().Name;

    // Links to an address that was public once go on working, until another product is sold there.
    private async Task Move(Product product, ProductDraft draft, ProductStatus status, CancellationToken ct)
    {
        var former = product.Slug;
        product.Name(draft.Slug, draft.Kind);
        if (await db.Set<Product>().AnyAsync(p => p.Slug == draft.Slug && p.Id != product.Id, ct))
            throw Refusal.Conflict("product.slug_taken", $"Another product has the address “{draft.Slug}”. Choose another one.", "slug");
        if (await db.Set<FormerAddress>().FindAsync([draft.Slug], ct) is { } left && (left.ProductId == product.Id || status is ProductStatus.Published or ProductStatus.Unlisted)) db.Remove(left);
        if (former.Length > 0 && former != draft.Slug && product.PublishedAt is not null && await db.Set<FormerAddress>().FindAsync([former], ct) is null)
            db.Add(new FormerAddress { Slug = former, ProductId = product.Id, LeftAt = clock.Now });
    }

    // The one place that every change of the catalog passes: what caches of pages hold is stale from here on.
    private async Task Changed(Product product, IFact fact, CancellationToken ct)
    {
        if (db.Entry(product).State is not EntityState.Added) product.Touch();
        events.Raise(product, fact);
        await freshness.Raise(db, Tag, ct);
    }

    private bool IsChanged(Product product) => db.ChangeTracker.Entries().Any(e =>
        e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (e.Entity == product || (e.Entity is IPartOfProduct part && part.ProductId == product.Id)));

    private async Task<Product?> Find(System.Linq.Expressions.Expression<Func<Product, bool>> which, CancellationToken ct) =>
        db.Set<Product>().Local.FirstOrDefault(which.Compile())
        ?? await Whole.SingleOrDefaultAsync(which, ct);

    private IQueryable<Product> Whole => db.Set<Product>().Include(p => p.Texts).Include(p => p.Prices).Include(p => p.Files).Include(p => p.Pictures).AsSplitQuery();

    private async Task<IReadOnlyList<ProductDraftFile>> Checked(Product product, IReadOnlyList<ProductDraftFile> drafted, CancellationToken ct)
    {
        foreach (var file in drafted.Where(d => product.Files.All(f => f.Sha256 != d.Sha256)))
        {
            if (!await files.Exists(file.Sha256, ct))
                throw Refusal.Invalid("product.file_missing", $"The file “{file.Name}” is not stored. Upload it first.", "files");
        }
        return [.. drafted.Select(d => d with { Name = FileNames.Clean(d.Name) })];
    }
}
