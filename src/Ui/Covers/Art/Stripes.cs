namespace Emporium.Ui;

/// <summary>A page of ruled bars whose widths swell and fade, broken once by a disc that reverses them.</summary>
internal static class Stripes
{
    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice)
    {
        var count = 9 + dice.Below(8);
        var pitch = field.Height / count;
        var (rising, ink) = (dice.Chance(0.5), palette.Inks[0]);
        for (var i = 0; i < count; i++)
        {
            var share = (i + 1.0) / count;
            var thickness = pitch * (0.08 + (0.84 * (rising ? share : 1 - share)));
            svg.Rectangle(field.X, field.Y + ((i + 0.5) * pitch) - (thickness / 2), field.Width, thickness, ink);
        }

        var radius = Math.Min(field.Width, field.Height) * dice.Between(0.24, 0.34);
        var x = dice.Between(field.X + radius, field.Right - radius);
        var y = dice.Between(field.Y + radius, field.Bottom - radius);
        svg.Circle(x, y, radius, palette.Inks[1]);
        if (dice.Chance(0.6)) svg.Quarter(x, y, radius, dice.Below(4), palette.Inks[2]);
    }
}
