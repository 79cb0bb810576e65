using System.Text;

namespace Emporium.Ui;

/// <summary>Hills behind hills, each a swell of its own.</summary>
internal static class Waves
{
    private const int Points = 16;

    public static void Draw(SvgText svg, CoverField field, CoverPalette palette, CoverDice dice)
    {
        var radius = field.Width * dice.Between(0.12, 0.2);
        svg.Circle(dice.Between(field.X + radius, field.Right - radius), field.Y + (field.Height * 0.24), radius, palette.Inks[1]);

        var count = 7 + dice.Below(4);
        var (length, phase) = (dice.Between(0.7, 1.3), dice.Between(0, Math.Tau));
        for (var i = 0; i < count; i++)
        {
            var level = field.Y + (field.Height * (0.28 + (0.72 * i / count)));
            var path = Crest(field, level, field.Height * 0.1, length, phase + (i * dice.Between(0.5, 0.9)));
            svg.Raw($"<path d=\"{path}V{SvgText.N(field.Bottom)}H{SvgText.N(field.X)}Z\" fill=\"{(i % 2 == 0 ? palette.Inks[0] : i % 4 == 1 ? palette.Ground : palette.Inks[2])}\"/>");
        }
    }

    private static string Crest(CoverField field, double level, double swell, double length, double phase)
    {
        var path = new StringBuilder("M");
        for (var i = 0; i <= Points; i++)
        {
            var share = (double)i / Points;
            var y = level + (swell * Math.Sin(phase + (share * Math.Tau * length)) * (0.6 + (0.4 * Math.Sin(phase * 2 + (share * 3)))));
            path.Append(i == 0 ? "" : "L").Append(SvgText.N(field.X + (field.Width * share))).Append(' ').Append(SvgText.N(y));
        }

        return path.ToString();
    }
}
