namespace Emporium.Ui;

/// <summary>Rainbows of quarter rings that meet corner to corner.</summary>
internal static class Arcs
{
    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice)
    {
        var across = 2;
        var side = field.Width / across;
        var rings = 4 + dice.Below(3);
        var down = (int)Math.Ceiling(field.Height / side);
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                var turn = dice.Below(4);
                var (x, y) = (field.X + (column * side), field.Bottom - ((row + 1) * side));
                Fan(svg, x + (turn is 1 or 2 ? side : 0), y + (turn is 2 or 3 ? side : 0), side, rings, turn, palette, dice.Below(3));
            }
        }
    }

    private static void Fan(SvgText svg, double x, double y, double side, int rings, int turn, CoverPalette palette, int first)
    {
        for (var ring = rings; ring > 0; ring--)
            svg.Quarter(x, y, side * ring / rings, turn, (rings - ring) % 2 == 0 ? palette.Inks[(first + (ring / 3)) % 3] : palette.Ground);
    }
}
