using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;

namespace Emporium.Catalog.Drafting;

/// <summary>Where an author stands with a draft.</summary>
/// <param name="Version">Of the draft, to be named by the next save; 0 where there is none.</param>
/// <param name="Edition">Of the product that the draft began from, to be named when it is published.</param>
/// <param name="Fields">As typed; checked when it is published.</param>
/// <param name="Changed">What differs from the published text.</param>
/// <param name="Moved">What somebody published since the draft began; left out where nobody did.</param>
/// <param name="Others">Colleagues who have unpublished changes of the same product.</param>
public sealed record DraftAnswer(
    int Version, int Edition, DateTimeOffset? SavedAt, ProductFields.Typed Fields, IReadOnlyList<string> Changed, DraftAnswer.Change? Moved, IReadOnlyList<DraftAnswer.Change> Others)
{
    internal static DraftAnswer Of(Product product, ProductFields.Typed published, Draft? draft, IReadOnlyList<Draft> others) => new(
        draft?.Version ?? 0, draft?.Basis ?? product.Edition, draft?.SavedAt, draft?.Typed ?? published,
        draft is null ? [] : EditorField.Changed(published, draft.Typed),
        draft is null || draft.Basis == product.Edition ? null : new(product.ChangedBy ?? "A colleague", product.ChangedAt ?? product.CreatedAt, draft.TypedBasis is { } basis ? EditorField.Changed(basis, published) : []),
        [.. others.Select(o => new Change(o.EditorName, o.SavedAt, EditorField.Changed(published, o.Typed), o.Editor))]);

    /// <param name="By">Who, by name.</param>
    /// <param name="Fields">What, by the fields' labels.</param>
    /// <param name="Editor">The id of whose draft it is; left out for what is published.</param>
    public sealed record Change(string By, DateTimeOffset At, IReadOnlyList<string> Fields, string? Editor = null)
    {
        /// <summary>“Title and Prices”.</summary>
        internal string Words => Fields.Count switch
        {
            0 => "something",
            1 => Fields[0],
            var count => $"{string.Join(", ", Fields.Take(count - 1))} and {Fields[count - 1]}",
        };
    }
}
