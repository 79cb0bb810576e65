namespace Emporium.Ui;

/// <summary>The field that a family draws on, in the units of the cover.</summary>
internal sealed record CoverField(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>A family of drawings. It fills its field and leaves the rest alone; what juts out is clipped.</summary>
internal delegate void CoverArt(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice);
