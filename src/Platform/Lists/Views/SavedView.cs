using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Lists.Views;

internal readonly record struct SavedViewId(Guid Value) : IEntityId<SavedViewId>
{
    public static string Prefix => "viw";

    public static SavedViewId From(Guid value) => new(value);

    public static SavedViewId Parse(string s, IFormatProvider? provider) => EntityId.Parse<SavedViewId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out SavedViewId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}

/// <summary>Filters and an order of one list under a name: one person's, or everybody's who sees the list.</summary>
internal sealed class SavedView
{
    public SavedViewId Id { get; init; }

    /// <summary>The list's name.</summary>
    public required string List { get; init; }

    /// <summary>The id of whoever saved it.</summary>
    public required string Owner { get; init; }

    public required string Name { get; set; }

    /// <summary>As <see cref="ListQuery.Text"/> writes it.</summary>
    public required string Query { get; set; }

    public bool IsShared { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("platform_saved_views");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.List, v.Owner, v.Name }).IsUnique();
    }
}
