namespace Emporium.Ui;

/// <summary>Words broken into lines at the largest size that fits a box.</summary>
internal sealed record CoverLines(IReadOnlyList<string> Lines, double Size)
{
    private const double Leading = 1.02;

    public double Height => Lines.Count * Size * Leading;

    public static CoverLines Fit(string words, CoverFace face, double width, double height, double largest, double smallest)
    {
        for (var size = largest; ; size *= 0.94)
        {
            var lines = Break(words, face, width / size);
            var fits = lines.Count * size * Leading <= height && lines.All(line => face.Measure(line) * size <= width);
            if (fits) return new(lines, size);
            if (size <= smallest) return new(Cut(lines, face, width / size, Math.Max(1, (int)(height / (size * Leading)))), size);
        }
    }

    public void Write(SvgText svg, CoverFace face, double x, double top, string ink, string anchor = "start")
    {
        for (var i = 0; i < Lines.Count; i++)
            svg.Words(Lines[i], x, top + (Size * ((i * Leading) + 0.78)), Size, ink, face, anchor);
    }

    private static List<string> Break(string words, CoverFace face, double width)
    {
        var lines = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && face.Measure($"{lines[^1]} {word}") <= width) lines[^1] += $" {word}";
            else lines.Add(word);
        }

        return lines;
    }

    private static List<string> Cut(List<string> lines, CoverFace face, double width, int count)
    {
        var kept = lines.Take(count).Select(line => Shorten(line, face, width)).ToList();
        if (lines.Count > count) kept[^1] = Shorten($"{kept[^1].TrimEnd('…')}…", face, width);
        return kept;
    }

    private static string Shorten(string line, CoverFace face, double width)
    {
        if (face.Measure(line) <= width) return line;
        var runes = line.TrimEnd('…').EnumerateRunes().ToList();
        while (runes.Count > 1 && face.Measure(string.Concat(runes) + "…") > width) runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes) + "…";
    }
}
