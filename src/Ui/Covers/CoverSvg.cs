using System.Globalization;

namespace Emporium.Ui;

/// <summary>Drawn covers: geometric, typographic, the same for ever for the same words and seed.</summary>
public static class CoverSvg
{
    private static readonly IReadOnlyList<CoverArt> Families = [Mosaic.Draw, Arcs.Draw, Stripes.Draw, Rings.Draw, Halftone.Draw, Waves.Draw, Blocks.Draw];

    private static readonly IReadOnlyList<CoverDesign> Designs = [CoverDesigns.Plate, CoverDesigns.Band, CoverDesigns.Label, CoverDesigns.Plate, CoverDesigns.Letter];

    /// <summary>A complete SVG document, for files and social cards.</summary>
    /// <param name="kind">What the work is called on its cover, such as “E-book”.</param>
    /// <param name="title">Broken into lines, and shortened where no size fits.</param>
    /// <param name="author">Who made it; null leaves the line out.</param>
    /// <param name="seed">Anything that stays with the work: the same words and seed draw the same cover.</param>
    /// <param name="shape">The proportions.</param>
    public static string Render(string kind, string title, string? author, string seed, CoverShape shape = CoverShape.Portrait)
    {
        var (width, height) = SizeOf(shape);
        var dice = new CoverDice(kind, title, seed);
        var cover = new CoverPaper(new SvgText(), width, height, dice.Of(CoverPalette.All), dice, dice.Of(Families), Id(kind, title, seed));
        var design = dice.Of(Designs);

        cover.Svg.Raw(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{SvgText.Escape(title)}\" data-shape=\"{shape.ToString().ToLowerInvariant()}\">"));
        cover.Svg.Rectangle(0, 0, width, height, cover.Palette.Ground);
        design(cover, new(kind, title, author));
        return cover.Svg.Raw("</svg>").ToString();
    }

    private static (int Width, int Height) SizeOf(CoverShape shape) => shape switch
    {
        CoverShape.Tall => (640, 800),
        CoverShape.Square => (720, 720),
        CoverShape.Landscape => (800, 600),
        _ => (600, 900),
    };

    // Several covers share a page, and a clip path is found by its id.
    private static string Id(string kind, string title, string seed) =>
        $"c{new CoverDice(title, seed, kind).Below(int.MaxValue).ToString("x", CultureInfo.InvariantCulture)}";
}
