namespace Emporium.Ui;

/// <summary>A cover being drawn.</summary>
/// <param name="Id">Unique to the cover within a page.</param>
internal sealed record CoverPaper(SvgText Svg, double Width, double Height, CoverPalette Palette, CoverDice Dice, CoverArt Art, string Id)
{
    public double Margin => Math.Min(Width, Height) * 0.075;

    /// <summary>Draws the family into a field and cuts off what juts out.</summary>
    public void Draw(CoverField field)
    {
        Svg.Raw($"<clipPath id=\"{Id}\"><rect x=\"{SvgText.N(field.X)}\" y=\"{SvgText.N(field.Y)}\" width=\"{SvgText.N(field.Width)}\" height=\"{SvgText.N(field.Height)}\"/></clipPath><g clip-path=\"url(#{Id})\">");
        Art(Svg, field, Palette, Dice);
        Svg.Raw("</g>");
    }
}

/// <summary>What a cover says.</summary>
internal sealed record CoverWords(string Kind, string Title, string? Author);

/// <summary>How drawing and words share the paper.</summary>
internal delegate void CoverDesign(CoverPaper paper, CoverWords words);
