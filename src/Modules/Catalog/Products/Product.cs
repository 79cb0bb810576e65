using Emporium.Catalog.Contracts;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>A work for sale. Whatever money may point at is archived, never deleted.</summary>
internal sealed partial class Product : ISubject
{
    private readonly List<ProductText> texts = [];
    private readonly List<Price> prices = [];

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

    public bool IssuesLicense { get; set; }

    public int? DownloadLimit { get; private set; }

    public int RefundDays { get; private set; }

    public bool IsFeatured { get; set; }

    /// <summary>Counts the changes: who edits an older one is told so, and addresses of covers change with it.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Counts the changes to what is written in the editor (texts, prices, terms), as a file that is added meanwhile disturbs no one who writes.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>When and by whom the current edition was published; null for the first.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    public string? ChangedBy { get; private set; }

    public long LastEvent { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The first time it went on the shelf; its place in lists.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public IReadOnlyList<ProductText> Texts => texts;

    public IReadOnlyList<Price> Prices => prices;

    /// <summary>It can be bought: by everyone who comes by, or by who has its address.</summary>
    public bool IsForSale => Status is ProductStatus.Published or ProductStatus.Unlisted;

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

    /// <summary>Puts the product on the shelf.</summary>
    /// <param name="isListed">False hides it from lists, search and the sitemap: who has the address can buy it.</param>
    /// <returns>False where it was for sale already.</returns>
    public bool Publish(DateTimeOffset at, bool isListed = true)
    {
        if (prices.Count == 0) throw Refusal.Invalid("product.price_missing", "Give the product a price before you publish it; 0 makes it free.", "prices");
        var wasForSale = IsForSale;
        Status = isListed ? ProductStatus.Published : ProductStatus.Unlisted;
        PublishedAt ??= at;
        ArchivedAt = null;
        return !wasForSale;
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

    /// <exception cref="Refusal"><c>product.changed</c>: somebody saved since this editor loaded it.</exception>
    public void Expect(int version)
    {
        if (version != Version) throw Refusal.Conflict("product.changed", "Somebody else saved this product while you were editing it. Open it again and repeat your change; nothing of theirs was overwritten.");
    }

    public void Touch() => Version++;

    /// <summary>Notes a new edition.</summary>
    public void Sign(string? by, DateTimeOffset at) => (Edition, ChangedBy, ChangedAt) = (Edition + 1, by, at);
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
        builder.Ignore(p => p.Gallery);
        builder.Ignore(p => p.IsForSale);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => new { p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.Status, p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.Kind, p.CreatedAt, p.Id });
        builder.HasIndex(p => new { p.PublishedAt, p.Id }).HasFilter("status = 'Published'");
        builder.HasIndex(p => new { p.Kind, p.PublishedAt, p.Id }).HasFilter("status = 'Published'");
        builder.HasIndex(p => p.RefundDays).HasFilter("status = 'Published'");
        builder.HasIndex(p => p.PublishedAt).HasFilter("status = 'Published' and is_featured");
        builder.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.ProductId);
        builder.HasMany(p => p.Prices).WithOne().HasForeignKey(p => p.ProductId);
        builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.ProductId);
        builder.HasMany(p => p.Pictures).WithOne().HasForeignKey(p => p.ProductId);
    }
}
