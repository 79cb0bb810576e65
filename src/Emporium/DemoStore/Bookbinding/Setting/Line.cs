namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>One printed line: runs at their distance from its left end.</summary>
internal sealed record Line(IReadOnlyList<Line.Run> Runs, double Width)
{
    public IEnumerable<int> Notes => Runs.Where(run => run.Ink.Note.HasValue).Select(run => run.Ink.Note!.Value);

    /// <summary>Sets atoms flush on both sides; the last line keeps its natural width.</summary>
    public static IReadOnlyList<Line> Justify(IReadOnlyList<Atom> atoms, double width) =>
        Cut(atoms, LineBreaker.Justified(atoms, width), width, isJustified: true);

    /// <summary>Sets atoms flush left.</summary>
    public static IReadOnlyList<Line> Align(IReadOnlyList<Atom> atoms, double width) =>
        Cut(atoms, LineBreaker.Ragged(atoms, width), width, isJustified: false);

    private static List<Line> Cut(IReadOnlyList<Atom> atoms, IReadOnlyList<int> breaks, double width, bool isJustified)
    {
        var (lines, start) = (new List<Line>(breaks.Count), 0);
        foreach (var end in breaks)
        {
            while (start < end && atoms[start].Is is not Atom.Kind.Box) start++;
            lines.Add(Print(atoms, start, end, isJustified ? width : null));
            start = end;
        }

        return lines;
    }

    private static Line Print(IReadOnlyList<Atom> atoms, int start, int end, double? width)
    {
        var printed = Enumerable.Range(start, end - start).Select(i => atoms[i]).Where(atom => atom.Is is not Atom.Kind.Penalty).ToList();
        if (atoms[end] is { Is: Atom.Kind.Penalty, Text: not "" }) printed.Add(atoms[end]);

        var give = width is { } target ? Give(printed, target) : 0;
        var (runs, x) = (new List<Run>(), 0.0);
        foreach (var atom in printed)
        {
            var advance = atom.Is is Atom.Kind.Glue ? atom.Width + Stretched(atom, give) : atom.Width;
            if (atom.Text.Length > 0) Append(runs, new Run(x, atom.Text, atom.Ink, advance), atom.Is is Atom.Kind.Glue);
            x += advance;
        }

        return new Line(runs, x);
    }

    private static double Give(List<Atom> printed, double width)
    {
        var missing = width - printed.Sum(atom => atom.Width);
        var give = missing >= 0 ? printed.Sum(atom => atom.Stretch) : printed.Sum(atom => atom.Shrink);
        return give > 0 ? Math.Max(-1, missing / give) : 0;
    }

    private static double Stretched(Atom glue, double give) => give * (give >= 0 ? glue.Stretch : glue.Shrink);

    // A space closes the run before it, so that the words of a line can be told apart when its text is copied.
    private static void Append(List<Run> runs, Run next, bool isSpace)
    {
        if (isSpace && runs.Count > 0) runs[^1] = runs[^1] with { Text = runs[^1].Text + " ", Width = runs[^1].Width + next.Width };
        else if (!isSpace && runs.Count > 0 && runs[^1].Ink == next.Ink && !runs[^1].Text.EndsWith(' '))
            runs[^1] = runs[^1] with { Text = runs[^1].Text + next.Text, Width = runs[^1].Width + next.Width };
        else if (!isSpace) runs.Add(next);
    }

    internal readonly record struct Run(double X, string Text, Ink Ink, double Width);
}
