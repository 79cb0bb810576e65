namespace Emporium.Ui;

/// <summary>Circles in circles that lean toward one side, as seen down a well.</summary>
internal static class Rings
{
    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice)
    {
        var count = 6 + dice.Below(5);
        var largest = Math.Max(field.Width, field.Height) * dice.Between(0.5, 0.62);
        var angle = dice.Between(0, Math.Tau);
        var lean = largest / count * dice.Between(0.25, 0.8);
        var (x, y) = (field.X + (field.Width * dice.Between(0.35, 0.65)), field.Y + (field.Height * dice.Between(0.4, 0.6)));
        for (var i = 0; i < count; i++)
        {
            var ink = i % 2 == 1 ? palette.Ground : i == count - 1 || i == count - 2 ? palette.Inks[1] : palette.Inks[i % 4 == 0 ? 0 : 2];
            svg.Circle(x + (Math.Cos(angle) * lean * i), y + (Math.Sin(angle) * lean * i), largest * (count - i) / count, ink);
        }
    }
}
