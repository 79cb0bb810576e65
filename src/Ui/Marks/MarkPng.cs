using System.Globalization;

namespace Emporium.Ui;

/// <summary>The sign of a store as a picture, for home screens that take no drawings.</summary>
public static class MarkPng
{
    private const int Lines = 4;
    private const double Corner = 6;

    /// <param name="size">In pixels, of each side.</param>
    /// <param name="isBleeding">True for a ground that reaches every corner, for systems that cut the shape themselves (W3C manifest, "maskable": the sign stays within the middle four fifths).</param>
    public static byte[] Draw(MarkShape shape, string ink, string paper, int size, bool isBleeding)
    {
        var (ground, sign) = (Color(ink), Color(paper));
        var (inside, onGround) = (Coverage(MarkOutline.Of(shape), size), isBleeding ? null : Coverage([Rounded()], size));
        var pixels = new byte[size * size * 4];
        for (var i = 0; i < size * size; i++)
        {
            var part = Math.Min(1, inside[i]);
            for (var c = 0; c < 3; c++) pixels[(i * 4) + c] = (byte)Math.Round(ground[c] + ((sign[c] - ground[c]) * part));
            pixels[(i * 4) + 3] = onGround is null ? (byte)255 : (byte)Math.Round(255 * Math.Min(1, onGround[i]));
        }
        return Png.Write(pixels, size, size);
    }

    /// <summary>How much of each pixel is inside: several lines a row, and along a line as exact as numbers are.</summary>
    private static float[] Coverage(IReadOnlyList<IReadOnlyList<(double X, double Y)>> outlines, int size)
    {
        var (covered, scale, crossings) = (new float[size * size], size / MarkOutline.Field, new List<double>());
        for (var line = 0; line < size * Lines; line++)
        {
            var y = (line + 0.5) / Lines / scale;
            crossings.Clear();
            foreach (var outline in outlines) Cross(outline, y, scale, crossings);
            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2) Fill(covered.AsSpan(line / Lines * size, size), crossings[i], crossings[i + 1]);
        }
        return covered;
    }

    private static void Cross(IReadOnlyList<(double X, double Y)> outline, double y, double scale, List<double> crossings)
    {
        for (var i = 0; i < outline.Count; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
            if (a.Y <= y == b.Y <= y) continue;
            crossings.Add((a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X))) * scale);
        }
    }

    private static void Fill(Span<float> row, double from, double to)
    {
        for (var x = Math.Max(0, (int)from); x < Math.Min(row.Length, Math.Ceiling(to)); x++)
            row[x] += (float)(Math.Max(0, Math.Min(to, x + 1) - Math.Max(from, x)) / Lines);
    }

    private static IReadOnlyList<(double X, double Y)> Rounded()
    {
        const double far = MarkOutline.Field - Corner;
        return [.. new[] { (far, Corner, 270), (far, far, 0), (Corner, far, 90), (Corner, Corner, 180) }.SelectMany(c => Enumerable.Range(0, 25).Select(i =>
        {
            var angle = double.DegreesToRadians(c.Item3 + (90 * i / 24.0));
            return (c.Item1 + (Corner * Math.Cos(angle)), c.Item2 + (Corner * Math.Sin(angle)));
        }))];
    }

    private static int[] Color(string hex) => [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (i * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
