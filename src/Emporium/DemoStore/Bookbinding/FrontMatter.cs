using System.Globalization;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>What stands on a book's title and copyright pages, and in the metadata of its files.</summary>
internal sealed record FrontMatter(
    string Title,
    string Subtitle,
    string Author,
    string Publisher,
    string Language,
    string Edition,
    DateOnly Date,
    string License,
    string Summary,
    Guid Identifier,
    int Seed)
{
    public static FrontMatter Read(HeadedText text) => new(
        text.One("title"),
        text.One("subtitle"),
        text.One("author"),
        text.One("publisher"),
        text.One("language"),
        text.One("edition"),
        DateOnly.ParseExact(text.One("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        text.One("license"),
        text.One("summary"),
        Guid.Parse(text.One("identifier")),
        int.Parse(text.One("seed"), CultureInfo.InvariantCulture));

    /// <summary>Midnight UTC of the edition's date: the only moment that gets into the files, so that binding twice gives the same bytes.</summary>
    public DateTime Moment => Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
