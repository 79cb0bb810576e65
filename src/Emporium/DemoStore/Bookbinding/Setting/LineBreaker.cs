namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>
/// Finds where the lines of a paragraph end. Justified text is fitted as a whole (Knuth and Plass, "Breaking Paragraphs
/// into Lines", 1981): the breaks with the fewest demerits over all lines, not the first that fit.
/// </summary>
internal static class LineBreaker
{
    private const double ConsecutiveHyphens = 6_000;
    private const double UnevenLines = 2_500;
    private static readonly double[] Tolerances = [1.6, 3, 8, double.PositiveInfinity];

    /// <summary>Indexes of the atoms at which lines end, the last one included.</summary>
    public static IReadOnlyList<int> Justified(IReadOnlyList<Atom> atoms, double width)
    {
        foreach (var tolerance in Tolerances)
        {
            if (new Fit(atoms, width, tolerance).Best() is { } breaks) return breaks;
        }

        return Ragged(atoms, width);
    }

    /// <summary>First fit, without hyphens: for headings and table cells.</summary>
    public static IReadOnlyList<int> Ragged(IReadOnlyList<Atom> atoms, double width)
    {
        var breaks = new List<int>();
        var (filled, last) = (0.0, -1);
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Is is Atom.Kind.Penalty)
            {
                if (atoms[i].Price <= Atom.Always)
                {
                    breaks.Add(i);
                    (filled, last) = (0, -1);
                }
                else if (atoms[i] is { Price: < Atom.Never, Text: "" })
                {
                    last = i;
                }

                continue;
            }

            if (atoms[i].Is is Atom.Kind.Glue) last = i;
            filled += atoms[i].Width;
            if (atoms[i].Is is not Atom.Kind.Box || filled <= width + 0.01 || last < 0) continue;

            breaks.Add(last);
            i = last;
            (filled, last) = (0, -1);
        }

        return breaks;
    }

    private sealed record Node(int At, double Width, double Stretch, double Shrink, double Demerits, double Ratio, Node? Previous);

    private sealed class Fit(IReadOnlyList<Atom> atoms, double width, double tolerance)
    {
        private double _width, _stretch, _shrink;
        private List<Node> _active = [new(-1, 0, 0, 0, 0, 0, null)];

        public IReadOnlyList<int>? Best()
        {
            for (var i = 0; i < atoms.Count && _active.Count > 0; i++)
            {
                var atom = atoms[i];
                if (atom.Is is Atom.Kind.Glue && i > 0 && atoms[i - 1].Is is Atom.Kind.Box) TryBreak(i);
                if (atom.Is is Atom.Kind.Penalty)
                {
                    if (atom.Price < Atom.Never) TryBreak(i);
                    continue;
                }

                (_width, _stretch, _shrink) = (_width + atom.Width, _stretch + atom.Stretch, _shrink + atom.Shrink);
            }

            return _active.MinBy(node => node.Demerits) is { } last && last.At == atoms.Count - 1 ? Trace(last) : null;
        }

        private void TryBreak(int at)
        {
            var isForced = atoms[at].Price <= Atom.Always;
            var (stay, best) = (new List<Node>(_active.Count), (Node?)null);
            foreach (var node in _active)
            {
                var ratio = Ratio(node, at);
                if (ratio >= -1 && !isForced) stay.Add(node);
                if (ratio < -1 || ratio > tolerance) continue;

                var demerits = node.Demerits + Demerits(node, ratio, at);
                if (best is null || demerits < best.Demerits) best = After(at, demerits, ratio, node);
            }

            if (best is not null) stay.Add(best);
            _active = stay;
        }

        private double Ratio(Node node, int at)
        {
            var missing = width - (_width - node.Width + (atoms[at].Is is Atom.Kind.Penalty ? atoms[at].Width : 0));
            var give = missing >= 0 ? _stretch - node.Stretch : _shrink - node.Shrink;
            if (Math.Abs(missing) < 0.001) return 0;
            return give > 0 ? missing / give : missing > 0 ? double.MaxValue : double.MinValue;
        }

        private double Demerits(Node node, double ratio, int at)
        {
            var price = atoms[at].Price;
            var badness = 100 * Math.Pow(Math.Min(Math.Abs(ratio), 1_000), 3);
            var demerits = Math.Pow(1 + badness + Math.Max(0, price), 2);
            if (atoms[at].Text is "-" && node.At >= 0 && atoms[node.At].Text is "-") demerits += ConsecutiveHyphens;
            return Math.Abs(ratio - node.Ratio) > 1 ? demerits + UnevenLines : demerits;
        }

        // What vanishes at the start of a line is counted into the break, as TeX does.
        private Node After(int at, double demerits, double ratio, Node previous)
        {
            var (sum, stretch, shrink) = (_width, _stretch, _shrink);
            for (var i = at; i < atoms.Count && atoms[i].Is is not Atom.Kind.Box; i++)
            {
                if (atoms[i].Is is Atom.Kind.Glue) (sum, stretch, shrink) = (sum + atoms[i].Width, stretch + atoms[i].Stretch, shrink + atoms[i].Shrink);
                else if (i > at && atoms[i].Price <= Atom.Always) break;
            }

            return new Node(at, sum, stretch, shrink, demerits, ratio, previous);
        }

        private static List<int> Trace(Node last)
        {
            var breaks = new List<int>();
            for (Node? node = last; node is { At: >= 0 }; node = node.Previous) breaks.Insert(0, node.At);
            return breaks;
        }
    }
}
