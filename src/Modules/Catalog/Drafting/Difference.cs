using Emporium.Catalog.Desk;

namespace Emporium.Catalog.Drafting;

/// <summary>A field in which two texts differ, side by side.</summary>
/// <param name="TakesTheirs">What is proposed: the side that changed it. Where both did, yours, and it is said so.</param>
internal sealed record Difference(EditorField Field, string Theirs, string Yours, bool TakesTheirs, bool BothChanged)
{
    /// <param name="basis">What both began from; null where nobody knows any more, so that nothing is proposed but yours.</param>
    public static IReadOnlyList<Difference> Between(ProductFields.Typed? basis, ProductFields.Typed theirs, ProductFields.Typed yours) =>
    [
        .. EditorField.All.Where(f => f.Differs(theirs, yours)).Select(f =>
        {
            var (theyDid, youDid) = basis is null ? (true, true) : (f.Differs(basis, theirs), f.Differs(basis, yours));
            return new Difference(f, f.Read(theirs), f.Read(yours), theyDid && !youDid, theyDid && youDid);
        }),
    ];

    /// <summary>Yours, with theirs where it was chosen.</summary>
    public static ProductFields.Typed Merge(ProductFields.Typed yours, ProductFields.Typed theirs, Func<string, bool> takesTheirs) =>
        EditorField.All.Where(f => takesTheirs(f.Name)).Aggregate(yours, (merged, field) => field.Take(merged, theirs));
}
