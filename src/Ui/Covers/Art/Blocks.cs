namespace Emporium.Ui;

/// <summary>The field cut again and again, at thirds and halves, into a few plain planes.</summary>
internal static class Blocks
{
    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice) => Cut(svg, field, palette, dice, depth: 4, palette.Ground);

    private static void Cut(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice, int depth, string under)
    {
        if (depth == 0 || (depth < 3 && dice.Chance(0.25)))
        {
            Fill(svg, field, palette, dice, under);
            return;
        }

        var share = dice.Of([1 / 3.0, 0.5, 2 / 3.0]);
        var upright = field.Width > field.Height * 1.05 || (field.Height <= field.Width * 1.05 && dice.Chance(0.5));
        var first = upright ? field with { Width = field.Width * share } : field with { Height = field.Height * share };
        var second = upright
            ? new CoverField(field.X + (field.Width * share), field.Y, field.Width * (1 - share), field.Height)
            : new CoverField(field.X, field.Y + (field.Height * share), field.Width, field.Height * (1 - share));
        Cut(svg, first, palette, dice, depth - 1, under);
        Cut(svg, second, palette, dice, depth - 1, under);
    }

    private static void Fill(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice, string under)
    {
        var plane = dice.Of([under, .. palette.Inks]);
        svg.Rectangle(field.X, field.Y, field.Width + 0.3, field.Height + 0.3, plane);
        var ink = dice.Of([.. palette.Inks.Append(palette.Text).Where(ink => ink != plane)]);
        var radius = Math.Min(field.Width, field.Height);
        switch (dice.Below(5))
        {
            case 0: svg.Circle(field.X + (field.Width / 2), field.Y + (field.Height / 2), radius * 0.32, ink); break;
            case 1: svg.Quarter(field.X, field.Bottom, radius, 3, ink); break;
            case 2: svg.Polygon(ink, (field.X, field.Y), (field.Right, field.Bottom), (field.X, field.Bottom)); break;
        }
    }
}
