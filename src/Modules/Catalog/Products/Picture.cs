using System.Text.Json;
using Emporium.Catalog.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Catalog.Products;

/// <summary>A picture of a product; the first is its cover. Visitors see it once somebody has said what it shows, or that it only decorates.</summary>
internal sealed class Picture : IPartOfProduct
{
    public PictureId Id { get; init; }

    public ProductId ProductId { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the original, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required string MediaType { get; init; }

    /// <summary>In pixels, as it is shown; 0 where it is unknown.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Of the original, in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Smaller copies, narrowest first.</summary>
    public IReadOnlyList<Variant> Variants { get; private set; } = [];

    public string Alt { get; private set; } = "";

    public bool IsDecorative { get; private set; }

    /// <summary>Its place, from 0.</summary>
    public int Position { get; set; }

    public DateTimeOffset AddedAt { get; init; }

    public bool IsDescribed => IsDecorative || Alt.Length > 0;

    public ProductPicture Card => new(Id, Alt, Width, Height, MediaType, WidthsOf(Variants));

    /// <param name="isDecorative">It says nothing that the text beside it does not; screen readers pass it by.</param>
    public void Describe(string alt, bool isDecorative) =>
        (Alt, IsDecorative) = (isDecorative ? "" : ProductRules.Line(alt, ProductRules.MaxAlt, "alt"), isDecorative);

    /// <summary>Keeps a smaller copy, in place of one of the same width.</summary>
    public void Keep(Variant copy) => Variants = [.. Variants.Where(v => v.Width != copy.Width).Append(copy).OrderBy(v => v.Width)];

    public static IReadOnlyList<int> WidthsOf(IReadOnlyList<Variant> variants) => [.. variants.Select(v => v.Width)];

    /// <param name="Size">In bytes.</param>
    public sealed record Variant(int Width, int Height, string Sha256, long Size);
}

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    private static readonly ValueComparer<IReadOnlyList<Picture.Variant>> Same =
        new((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, (hash, v) => HashCode.Combine(hash, v)), list => list);

    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("catalog_pictures");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Variants).HasColumnType("jsonb").HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<Picture.Variant>>(text, JsonSerializerOptions.Web)!,
            Same);
        builder.Ignore(p => p.IsDescribed);
        builder.Ignore(p => p.Card);
        builder.HasIndex(p => p.ProductId);
    }
}
