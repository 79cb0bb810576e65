using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>What a product says in one language.</summary>
internal sealed class ProductText : IPartOfProduct
{
    /// <summary>The language of the store (BCP 47); others follow with translations.</summary>
    public const string StoreLanguage = "en";

    public ProductId ProductId { get; init; }

    public string Language { get; init; } = StoreLanguage;

    public string Title { get; private set; } = "";

    public string Subtitle { get; private set; } = "";

    public string Byline { get; private set; } = "";

    public string Pitch { get; private set; } = "";

    /// <summary>Markdown, as the merchant wrote it.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Rendered and sanitized when it was saved.</summary>
    public string DescriptionHtml { get; private set; } = "";

    /// <summary>The title that search engines and social cards show; empty for the product's own.</summary>
    public string SearchTitle { get; private set; } = "";

    /// <summary>What they say below it; empty for the pitch.</summary>
    public string SearchDescription { get; private set; } = "";

    public void Say(string title, string subtitle, string byline, string pitch)
    {
        Title = ProductRules.Title(title);
        Subtitle = ProductRules.Line(subtitle, ProductRules.MaxSubtitle, "subtitle");
        Byline = ProductRules.Line(byline, ProductRules.MaxByline, "byline");
        Pitch = ProductRules.Line(pitch, ProductRules.MaxPitch, "pitch");
    }

    public void TellSearchEngines(string title, string description)
    {
        SearchTitle = ProductRules.Line(title, ProductRules.MaxSearchTitle, "searchTitle");
        SearchDescription = ProductRules.Line(description, ProductRules.MaxSearchDescription, "searchDescription");
    }

    public void Describe(string markdown, Func<string, string> render)
    {
        Description = ProductRules.Description(markdown);
        DescriptionHtml = render(Description);
    }
}

internal sealed class ProductTextTable : IEntityTypeConfiguration<ProductText>
{
    public void Configure(EntityTypeBuilder<ProductText> builder)
    {
        builder.ToTable("catalog_product_texts");
        builder.HasKey(t => new { t.ProductId, t.Language });
    }
}
