using Emporium.Catalog.Desk;

namespace Emporium.Catalog.Drafting;

/// <summary>One field of the editor: how it is called, how it reads, and how it is taken over from another text.</summary>
internal sealed record EditorField(string Name, string Label, Func<ProductFields.Typed, string> Read, Func<ProductFields.Typed, ProductFields.Typed, ProductFields.Typed> Take)
{
    public static readonly IReadOnlyList<EditorField> All =
    [
        new("title", "Title", t => t.Title, (into, from) => into with { Title = from.Title }),
        new("subtitle", "Subtitle", t => t.Subtitle, (into, from) => into with { Subtitle = from.Subtitle }),
        new("byline", "By", t => t.Byline, (into, from) => into with { Byline = from.Byline }),
        new("kind", "Kind", t => t.Kind, (into, from) => into with { Kind = from.Kind }),
        new("pitch", "Pitch", t => t.Pitch, (into, from) => into with { Pitch = from.Pitch }),
        new("description", "Description", t => t.Description, (into, from) => into with { Description = from.Description }),
        new("prices", "Prices", t => string.Join(", ", t.Prices.Select(p => $"{p.Currency} {p.Amount}")), (into, from) => into with { Prices = from.Prices }),
        new("refundDays", "Days to return it", t => t.RefundDays, (into, from) => into with { RefundDays = from.RefundDays }),
        new("downloadLimit", "Downloads per file", t => t.DownloadLimit, (into, from) => into with { DownloadLimit = from.DownloadLimit }),
        new("issuesLicense", "License key", t => YesOrNo(t.IssuesLicense), (into, from) => into with { IssuesLicense = from.IssuesLicense }),
        new("coverSeed", "Cover number", t => t.CoverSeed, (into, from) => into with { CoverSeed = from.CoverSeed }),
        new("searchTitle", "Title for search engines", t => t.SearchTitle, (into, from) => into with { SearchTitle = from.SearchTitle }),
        new("searchDescription", "Description for search engines", t => t.SearchDescription, (into, from) => into with { SearchDescription = from.SearchDescription }),
        new("slug", "Address", t => t.Slug, (into, from) => into with { Slug = from.Slug }),
        new("isUnlisted", "Only for who has the address", t => YesOrNo(t.IsUnlisted), (into, from) => into with { IsUnlisted = from.IsUnlisted }),
        new("isFeatured", "Large on the home page", t => YesOrNo(t.IsFeatured), (into, from) => into with { IsFeatured = from.IsFeatured }),
    ];

    /// <summary>The fields in which two texts differ, by their labels.</summary>
    public static IReadOnlyList<string> Changed(ProductFields.Typed before, ProductFields.Typed after) => [.. All.Where(f => f.Differs(before, after)).Select(f => f.Label)];

    public bool Differs(ProductFields.Typed a, ProductFields.Typed b) => Plain(Read(a)) != Plain(Read(b));

    // A browser sends CRLF where the store keeps LF.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    private static string YesOrNo(bool value) => value ? "Yes" : "No";
}
