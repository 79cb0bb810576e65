namespace Emporium.Ui;

/// <summary>Square tiles of quarter discs, halves and wedges, like a floor of encaustic tiles.</summary>
internal static class Mosaic
{
    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice)
    {
        var across = 3 + dice.Below(2);
        var side = field.Width / across;
        var down = (int)Math.Ceiling(field.Height / side);
        for (var row = 0; row < down; row++)
            for (var column = 0; column < across; column++)
                Tile(svg, field.X + (column * side), field.Bottom - ((row + 1) * side), side, palette, dice);
    }

    private static void Tile(SvgText svg, double x, double y, double side, CoverPalette palette, CoverDice dice)
    {
        var (back, front) = (dice.Below(4), dice.Below(3));
        if (back < 3) svg.Rectangle(x, y, side + 0.3, side + 0.3, palette.Inks[back]);
        var ink = back == front ? palette.Ground : palette.Inks[front];
        var turn = dice.Below(4);
        switch (dice.Below(5))
        {
            case 0:
                svg.Quarter(x + (turn is 1 or 2 ? side : 0), y + (turn is 2 or 3 ? side : 0), side, turn, ink);
                break;
            case 1:
                svg.Quarter(x + (turn is 1 or 2 ? side : 0), y + (turn is 2 or 3 ? side : 0), side, turn, ink);
                svg.Quarter(x + (turn is 1 or 2 ? side : 0), y + (turn is 2 or 3 ? side : 0), side / 2, turn, palette.Text);
                break;
            case 2:
                svg.Circle(x + (side / 2), y + (side / 2), side * 0.36, ink);
                break;
            case 3:
                svg.Polygon(ink, turn % 2 == 0 ? [(x, y), (x + side, y), (x, y + side)] : [(x + side, y), (x + side, y + side), (x, y + side)]);
                break;
            default:
                svg.Quarter(x, y + (side / 2), side / 2, 3, ink);
                svg.Quarter(x + side, y + (side / 2), side / 2, 1, ink);
                break;
        }
    }
}
