using Emporium.Ui;

namespace Emporium.Catalog.Products;

/// <summary>How a kind of work is called, and the shape of its cover. A kind that is not known here goes by its own name.</summary>
internal sealed record ProductKind(string Name, string Word, CoverShape Shape)
{
    private static readonly ProductKind[] Known =
    [
        new("ebook", "E-book", CoverShape.Portrait),
        new("guide", "Guide", CoverShape.Tall),
        new("course", "Course", CoverShape.Landscape),
        new("video", "Video", CoverShape.Landscape),
        new("audio", "Audio", CoverShape.Square),
        new("template", "Template", CoverShape.Tall),
        new("font", "Typeface", CoverShape.Square),
        new("icons", "Icons", CoverShape.Square),
        new("software", "Software", CoverShape.Square),
        new("tool", "Tool", CoverShape.Square),
        new("dataset", "Data set", CoverShape.Tall),
    ];

    /// <summary>Those with a word and a shape of their own.</summary>
    public static IEnumerable<string> Names => Known.Select(k => k.Name);

    public static ProductKind Of(string name) =>
        Array.Find(Known, k => k.Name == name) ?? new(name, char.ToUpperInvariant(name[0]) + name[1..], CoverShape.Portrait);
}
