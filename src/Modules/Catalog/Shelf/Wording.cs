using System.Globalization;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Ui;

namespace Emporium.Catalog.Shelf;

/// <summary>How the storefront says things.</summary>
internal static class Wording
{
    /// <summary>The store's own English: never the server's culture.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-IE");

    public static string Kind(ProductCard card) => ProductKind.Of(card.Kind).Word;

    public static CoverShape Shape(ProductCard card) => ProductKind.Of(card.Kind).Shape;

    public static string Seed(ProductCard card) => card.CoverSeed.ToString(CultureInfo.InvariantCulture);

    /// <summary>“PDF and EPUB”, from the endings of the files; null where there are none.</summary>
    public static string? Formats(ProductCard card) => Join(card.Files.Select(f => Format(f.Name)).Distinct(StringComparer.Ordinal).ToList());

    public static string Format(string fileName) => Path.GetExtension(fileName) is { Length: > 1 } ending ? ending[1..].ToUpperInvariant() : "File";

    /// <summary>“4.1 MB”.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes}\u00A0bytes",
        < 1_000_000 => $"{bytes / 1_000}\u00A0kB",
        < 1_000_000_000 => string.Create(Culture, $"{bytes / 1_000_000m:0.#}\u00A0MB"),
        _ => string.Create(Culture, $"{bytes / 1_000_000_000m:0.##}\u00A0GB"),
    };

    public static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string? Join(List<string> words) => words switch
    {
        [] => null,
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };
}
