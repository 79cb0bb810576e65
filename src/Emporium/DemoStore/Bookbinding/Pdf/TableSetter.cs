using Emporium.Host.DemoStore.Bookbinding.Setting;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>Sets a pipe table: hairlines between rows, columns as wide as their text asks, the widest ones giving way.</summary>
internal static class TableSetter
{
    private const double Gutter = 12;
    private const double Leading = 11.6;
    private const double Padding = 4.2;
    private const int KeptWhole = 9;

    public static IEnumerable<Piece> Set(Table table, string chapter, double left, double width)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => Atoms(cell, row, chapter)).ToList()).ToList();
        var columns = Columns(rows, width, startsRight: table.ColumnDefinitions[0].Alignment is TableColumnAlign.Right);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Select((cell, c) => Line.Align(cell, columns[c])).ToList();
            yield return Row(table, cells, columns, left, isHead: i == 0) with
            {
                Above = i == 0 ? 9 : 0,
                IsTied = i == 0 || i >= rows.Count - 2 || rows.Count <= KeptWhole,
            };
        }

        yield return new Piece(12, (canvas, y) => canvas.Rule(left, left + width, y, Ink.Black, 0.7));
    }

    private static List<Atom> Atoms(TableCell cell, TableRow row, string chapter)
    {
        var ink = row.IsHeader ? Ink.Table with { Face = Face.SansBold } : Ink.Table;
        return Compositor.Compose(chapter, cell.OfType<ParagraphBlock>().FirstOrDefault()?.Inline, ink);
    }

    private static Piece Row(Table table, List<IReadOnlyList<Line>> cells, double[] columns, double left, bool isHead) =>
        new((cells.Max(lines => lines.Count) * Leading) + (2 * Padding), (canvas, y) =>
        {
            canvas.Rule(left, left + columns.Sum() + (Gutter * (columns.Length - 1)), y, isHead ? Ink.Black : Ink.Hairline, isHead ? 0.7 : 0.4);
            var x = left;
            for (var c = 0; c < cells.Count; c++)
            {
                var isRight = table.ColumnDefinitions[c].Alignment is TableColumnAlign.Right;
                for (var i = 0; i < cells[c].Count; i++)
                    canvas.Print(cells[c][i], isRight ? x + columns[c] - cells[c][i].Width : x, y + Padding + 8.6 + (i * Leading));
                x += columns[c] + Gutter;
            }
        });

    private static double[] Columns(List<List<List<Atom>>> rows, double width, bool startsRight)
    {
        var count = rows[0].Count;
        var natural = Enumerable.Range(0, count).Select(c => rows.Max(row => Natural(row[c])) + 0.5).ToArray();
        var room = width - (Gutter * (count - 1));
        var spare = room - natural.Sum();
        if (spare >= 0)
        {
            return [.. natural.Select((n, c) => startsRight ? n + (c > 0 ? spare / (count - 1) : 0) : c == 0 ? n + spare : n)];
        }

        // Narrow columns keep their natural width; the wide ones share what is left by their need.
        var isWide = natural.Select(n => n > room / count).ToArray();
        var kept = natural.Where((_, c) => !isWide[c]).Sum();
        var wide = natural.Where((_, c) => isWide[c]).Sum();
        return [.. natural.Select((n, c) => isWide[c] ? n * (room - kept) / wide : n)];
    }

    private static double Natural(List<Atom> atoms) => atoms.Where(atom => atom.Is is not Atom.Kind.Penalty).Sum(atom => atom.Width);
}
