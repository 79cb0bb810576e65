namespace Emporium.Ui;

/// <summary>A screen of dots that grow toward a hidden light.</summary>
internal static class Halftone
{
    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice)
    {
        var across = 11 + dice.Below(5);
        var pitch = field.Width / across;
        var down = (int)(field.Height / pitch) + 1;
        var (cx, cy) = (dice.Between(0.1, 0.9) * across, dice.Between(0.1, 0.9) * down);
        var reach = Math.Max(across, down) * dice.Between(0.55, 0.85);

        svg.Circle(field.X + (cx * pitch), field.Y + (cy * pitch), pitch * reach * 0.36, palette.Inks[1]);
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                var far = Math.Sqrt(Math.Pow(column + 0.5 - cx, 2) + Math.Pow(row + 0.5 - cy, 2)) / reach;
                var radius = pitch * 0.5 * Math.Clamp(1.12 - far, 0.08, 0.96);
                svg.Circle(field.X + ((column + 0.5) * pitch), field.Y + ((row + 0.5) * pitch), radius, palette.Inks[0]);
            }
        }
    }
}
