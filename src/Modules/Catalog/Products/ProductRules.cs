using System.Text.RegularExpressions;

namespace Emporium.Catalog.Products;

/// <summary>What a field of a product may hold, and the refusal where it does not.</summary>
internal static partial class ProductRules
{
    public const int MaxSlug = 80;
    public const int MaxTitle = 120;
    public const int MaxSubtitle = 200;
    public const int MaxByline = 120;
    public const int MaxPitch = 600;
    public const int MaxDescription = 50_000;
    public const int MaxRefundDays = 365;
    public const int MaxDownloads = 10_000;
    public const int MaxPrices = 40;
    public const int MaxFiles = 50;
    public const int MaxFileName = 150;
    public const int MaxNote = 500;
    public const int MaxPictures = 20;
    public const int MaxAlt = 300;
    public const int MaxSearchTitle = 120;
    public const int MaxSearchDescription = 320;

    /// <summary>Twelve digits of minor units: the longest amount that card networks take in any currency.</summary>
    public const long MaxMinor = 999_999_999_999;

    public static string Slug(string slug) => slug.Length <= MaxSlug && SlugShape().IsMatch(slug)
        ? slug
        : throw Refusal.Invalid("product.slug_invalid", $"The address is made of lower-case letters, digits and single hyphens, at most {MaxSlug} characters: field-notes-2.", "slug");

    public static string Kind(string kind) => KindShape().IsMatch(kind)
        ? kind
        : throw Refusal.Invalid("product.kind_invalid", "The kind is one short word of lower-case letters, such as ebook, course or template.", "kind");

    public static string Title(string title) => title.Trim() is { Length: > 0 } trimmed
        ? Line(trimmed, MaxTitle, "title")
        : throw Refusal.Invalid("product.title_required", "Give the product a title.", "title");

    /// <summary>One line of text: trimmed, without control characters.</summary>
    public static string Line(string text, int max, string field)
    {
        var line = text.Trim();
        var name = CodeOf(field);
        if (line.Any(char.IsControl)) throw Refusal.Invalid($"product.{name}_invalid", $"The {Words(field)} holds a line break or another control character. Write it on one line.", field);
        return AtMost(line, max, field);
    }

    public static string Description(string markdown) =>
        AtMost(markdown.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal), MaxDescription, "description");

    /// <summary>What is new in a version: a few lines of plain text.</summary>
    public static string Note(string note) => AtMost(note.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim(), MaxNote, "note");

    public static int RefundDays(int days) => days is >= 0 and <= MaxRefundDays
        ? days
        : throw Refusal.Invalid("product.refund_days_invalid", $"Refund days are between 0 and {MaxRefundDays}.", "refundDays");

    public static int? DownloadLimit(int? limit) => limit is null or (>= 1 and <= MaxDownloads)
        ? limit
        : throw Refusal.Invalid("product.download_limit_invalid", $"The download limit is between 1 and {MaxDownloads:N0}, or empty for none.", "downloadLimit");

    public static void Prices(IReadOnlyList<Money> prices)
    {
        if (prices.Count > MaxPrices) throw Refusal.Invalid("product.prices_too_many", $"A product has at most {MaxPrices} prices.", "prices");
        foreach (var price in prices) Price(price);
        if (prices.DistinctBy(p => p.Currency).Count() < prices.Count) throw Refusal.Invalid("product.price_twice", "Two prices are in the same currency. Keep one of them.", "prices");
    }

    private static void Price(Money price)
    {
        if (price.Currency is null || !Currency.IsKnown(price.Currency)) throw Refusal.Invalid("product.currency_unknown", $"“{price.Currency}” is no currency of ISO 4217. Use three letters, such as EUR.", "prices");
        if (price.IsNegative) throw Refusal.Invalid("product.price_negative", "A price is zero or more.", "prices");
        if (price.Minor > MaxMinor) throw Refusal.Invalid("product.price_too_large", "No bank takes a price of more than twelve digits.", "prices");
    }

    private static string AtMost(string text, int max, string field)
    {
        var name = CodeOf(field);
        return text.Length <= max ? text : throw Refusal.Invalid($"product.{name}_too_long", $"The {Words(field)} has {text.Length:N0} characters; {max:N0} is the most.", field);
    }

    private static string CodeOf(string field) => field switch { "searchTitle" => "search_title", "searchDescription" => "search_description", _ => field };

    private static string Words(string field) => field switch { "searchTitle" => "title for search engines", "searchDescription" => "description for search engines", "alt" => "description of the picture", _ => field };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SlugShape();

    [GeneratedRegex("^[a-z][a-z0-9]{1,29}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex KindShape();
}
