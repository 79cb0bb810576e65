using Emporium.Catalog.Contracts;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>A work for sale. Whatever money may point at is archived, never deleted.</summary>
internal sealed class Product : ISubject
{
    private readonly List<ProductText> texts = [];
    private readonly List<Price> prices = [];
    private readonly List<Attachment> files = [];

    private Product() { }

    public Product(ProductId id, SellerId seller, DateTimeOffset at)
    {
        Id = id;
        Seller = seller;
        CreatedAt = at;
    }

    public ProductId Id { get; private set; }

    public SellerId Seller { get; private set; }

    public string Slug { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public ProductStatus Status { get; private set; }

    public int CoverSeed { get; set; }

    /// <summary>The uploaded picture; null while the cover is drawn.</summary>
    public string? CoverSha256 { get; private set; }

    public string? CoverMediaType { get; private set; }

    public bool IssuesLicense { get; set; }

    public int? DownloadLimit { get; private set; }

    public int RefundDays { get; private set; }

    public bool IsFeatured { get; set; }

    /// <summary>Counts the changes: who edits an older one is told so, and addresses of covers change with it.</summary>
    public int Version { get; private set; } = 1;

    public long LastEvent { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The first time it went on the shelf; its place in lists.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public IReadOnlyList<ProductText> Texts => texts;

    public IReadOnlyList<Price> Prices => prices;

    public IReadOnlyList<Attachment> Files => files;

    public IEnumerable<Attachment> CurrentFiles => files.Where(f => f.ArchivedAt is null).OrderBy(f => f.Position);

    string ISubject.Subject => Id.ToString();

    // A product stands in no book; what is sold of it does.
    Book ISubject.Book => Book.Live;

    public void Name(string slug, string kind)
    {
        Slug = ProductRules.Slug(slug);
        Kind = ProductRules.Kind(kind);
    }

    public ProductText Text(string language)
    {
        if (texts.Find(t => t.Language == language) is { } known) return known;
        var text = new ProductText { ProductId = Id, Language = language };
        texts.Add(text);
        return text;
    }

    public void Offer(int refundDays, int? downloadLimit)
    {
        RefundDays = ProductRules.RefundDays(refundDays);
        DownloadLimit = ProductRules.DownloadLimit(downloadLimit);
    }

    /// <summary>Replaces all prices.</summary>
    public void Cost(IReadOnlyList<Money> amounts)
    {
        ProductRules.Prices(amounts);
        prices.RemoveAll(p => amounts.All(a => a.Currency != p.Currency));
        foreach (var amount in amounts)
        {
            if (prices.Find(p => p.Currency == amount.Currency) is { } known) known.AmountMinor = amount.Minor;
            else prices.Add(new Price { ProductId = Id, Currency = amount.Currency, AmountMinor = amount.Minor });
        }
    }

    /// <summary>Makes these the product's files, in this order; what is not among them is archived.</summary>
    public void Hold(IReadOnlyList<ProductDraftFile> wanted, TimeProvider clock)
    {
        if (wanted.Count > ProductRules.MaxFiles) throw Refusal.Invalid("product.files_too_many", $"A product has at most {ProductRules.MaxFiles} files.", "files");
        foreach (var gone in files.Where(f => f.ArchivedAt is null && !wanted.Any(w => IsSame(f, w)))) gone.ArchivedAt = clock.Now;
        for (var position = 0; position < wanted.Count; position++) Hold(wanted[position], position, clock);
    }

    /// <summary>Puts the product on the shelf.</summary>
    /// <returns>False where it stood there already.</returns>
    public bool Publish(DateTimeOffset at)
    {
        if (Status is ProductStatus.Published) return false;
        if (prices.Count == 0) throw Refusal.Invalid("product.price_missing", "Give the product a price before you publish it; 0 makes it free.", "prices");
        Status = ProductStatus.Published;
        PublishedAt ??= at;
        ArchivedAt = null;
        return true;
    }

    /// <summary>Back to the desk, unseen; for what was published by mistake.</summary>
    public void Withdraw()
    {
        Status = ProductStatus.Draft;
        ArchivedAt = null;
    }

    /// <returns>False where it was archived already.</returns>
    public bool Archive(DateTimeOffset at)
    {
        if (Status is ProductStatus.Archived) return false;
        Status = ProductStatus.Archived;
        ArchivedAt = at;
        return true;
    }

    /// <summary>An uploaded picture, or null for the drawn cover.</summary>
    public void Dress(string? sha256, string? mediaType)
    {
        CoverSha256 = sha256;
        CoverMediaType = mediaType;
    }

    /// <exception cref="Refusal"><c>product.changed</c>: somebody saved since this editor loaded it.</exception>
    public void Expect(int version)
    {
        if (version != Version) throw Refusal.Conflict("product.changed", "Somebody else saved this product while you were editing it. Open it again and repeat your change; nothing of theirs was overwritten.");
    }

    public void Touch() => Version++;

    private void Hold(ProductDraftFile wanted, int position, TimeProvider clock)
    {
        var file = files.Find(f => f.ArchivedAt is null && IsSame(f, wanted)) ?? files.Find(f => IsSame(f, wanted));
        if (file is null)
        {
            file = new Attachment { Id = ProductFileId.New(clock), ProductId = Id, Name = wanted.Name, MediaType = wanted.MediaType, Sha256 = wanted.Sha256, Size = wanted.Size };
            files.Add(file);
        }
        file.Position = position;
        file.ArchivedAt = null;
    }

    private static bool IsSame(Attachment file, ProductDraftFile wanted) => file.Name == wanted.Name && file.Sha256 == wanted.Sha256 && file.MediaType == wanted.MediaType;
}

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("catalog_products");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Status).IsConcurrencyToken();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.CurrentFiles);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => new { p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.PublishedAt, p.Id }).HasFilter("status = 'Published'");
        builder.HasIndex(p => new { p.Kind, p.PublishedAt, p.Id }).HasFilter("status = 'Published'");
        builder.HasIndex(p => p.RefundDays).HasFilter("status = 'Published'");
        builder.HasIndex(p => p.PublishedAt).HasFilter("status = 'Published' and is_featured");
        builder.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.ProductId);
        builder.HasMany(p => p.Prices).WithOne().HasForeignKey(p => p.ProductId);
        builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.ProductId);
    }
}
