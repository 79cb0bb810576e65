using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Drafting;

/// <summary>
/// What one author has written about a product and not published. Each has a draft of their own beside the published text, so two who
/// write at once take nothing from each other; what both changed is settled when the second publishes.
/// </summary>
internal sealed class Draft
{
    public ProductId ProductId { get; init; }

    /// <summary>The id of its author.</summary>
    public required string Editor { get; init; }

    public required string EditorName { get; set; }

    /// <summary>Counts the saves: the same author in a second window is told so.</summary>
    public int Version { get; private set; }

    /// <summary>The edition of the product that it began from.</summary>
    public int Basis { get; private set; }

    /// <summary>What that edition said, as JSON of the editor's fields; null where it was gone already.</summary>
    public string? BasisFields { get; private set; }

    /// <summary>What was typed, as JSON of the editor's fields; half-typed prices too.</summary>
    public string Fields { get; private set; } = "{}";

    public DateTimeOffset SavedAt { get; private set; }

    public ProductFields.Typed Typed => DraftJson.Read(Fields);

    public ProductFields.Typed? TypedBasis => BasisFields is { } json ? DraftJson.Read(json) : null;

    public void Save(ProductFields.Typed typed, DateTimeOffset at) => (Fields, SavedAt, Version) = (DraftJson.Write(typed), at, Version + 1);

    /// <summary>Begins from this edition, or goes on from it after what differs was settled.</summary>
    public void StandOn(int edition, ProductFields.Typed? said) => (Basis, BasisFields) = (edition, said is null ? null : DraftJson.Write(said));
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("catalog_drafts");
        builder.HasKey(d => new { d.ProductId, d.Editor });
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Typed);
        builder.Ignore(d => d.TypedBasis);
        builder.HasOne<Product>().WithMany().HasForeignKey(d => d.ProductId);
    }
}
