using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding.Setting;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>Turns the blocks of one chapter into pieces of page.</summary>
internal sealed class BlockSetter(Chapter chapter)
{
    private const double FirstLineIndent = 15;
    private const double ListIndent = 17;
    private const double BlockSpace = 8;
    private const double NoteLeading = 11.6;

    private readonly Dictionary<int, Footnote> _notes = chapter.Text.OfType<FootnoteGroup>()
        .SelectMany(group => group.OfType<Footnote>()).ToDictionary(note => note.Order);

    public static IReadOnlyList<Piece> Set(Chapter chapter) => new BlockSetter(chapter).Blocks(chapter.Text, new Column(0, Sheet.Leading, Ink.Body));

    /// <summary>Where text stands: its distance from the left margin, the height of its lines, its type.</summary>
    private readonly record struct Column(double Indent, double Leading, Ink Ink)
    {
        public double Left => Sheet.Left + Indent;

        public double Width => Sheet.Measure - Indent;
    }

    private List<Piece> Blocks(ContainerBlock blocks, Column column)
    {
        var pieces = new List<Piece>();
        Block? previous = null;
        foreach (var block in blocks)
        {
            pieces.AddRange(Set(block, previous, column));
            previous = block;
        }

        return pieces;
    }

    private IEnumerable<Piece> Set(Block block, Block? previous, Column column) => block switch
    {
        HeadingBlock { Level: 1 } => ChapterOpening.Set(chapter),
        HeadingBlock heading => Heading(heading),
        ParagraphBlock paragraph => Paragraph(paragraph, column, isContinued: previous is ParagraphBlock),
        ListBlock list => List(list, column),
        QuoteBlock quote => Above(Blocks(quote, column with { Indent = column.Indent + ListIndent }).ConvertAll(Barred), BlockSpace),
        Table table => TableSetter.Set(table, chapter.Name, Sheet.Left, Sheet.Measure),
        FencedCodeBlock { Info: BarChart.Info } figure => BarChart.Read(Markup.Lines(figure)).Set(),
        CodeBlock code => CodeSetter.Set(Markup.Lines(code), column.Left, column.Width),
        ThematicBreakBlock => [new Piece(Sheet.Leading * 1.6, (canvas, y) => canvas.PrintCentered("*   *   *", Ink.Body with { Color = Ink.Gray }, y + Sheet.Leading))],
        FootnoteGroup or LinkReferenceDefinitionGroup => [],
        _ => throw new NotSupportedException($"The bindery cannot set {block.GetType().Name}."),
    };

    private IEnumerable<Piece> Heading(HeadingBlock heading)
    {
        var isSection = heading.Level == 2;
        var ink = new Ink(isSection ? Face.Bold : Face.Italic, isSection ? 13.4 : 11.6, Ink.Black);
        var lines = Line.Align(Compositor.Compose(chapter.Name, heading.Inline, ink), Sheet.Measure);
        return lines.Select((line, i) => new Piece(17, (canvas, y) => canvas.Print(line, Sheet.Left, y + 13))
        {
            Above = i > 0 ? 0 : isSection ? 17 : 12,
            IsTied = true,
            Anchor = i == 0 ? $"{chapter.Name}#{heading.GetAttributes().Id}" : null,
        }).Append(new Piece(3, static (_, _) => { }) { IsTied = true });
    }

    private IEnumerable<Piece> Paragraph(ParagraphBlock paragraph, Column column, bool isContinued)
    {
        var indent = isContinued && column.Indent == 0 ? FirstLineIndent : 0;
        var lines = Line.Justify(Compositor.Compose(chapter.Name, paragraph.Inline, column.Ink, indent), column.Width);
        return Lines(lines, column, isContinued && column.Indent > 0 ? BlockSpace / 2 : 0);
    }

    private IEnumerable<Piece> Lines(IReadOnlyList<Line> lines, Column column, double above) =>
        lines.Select((line, i) => new Piece(column.Leading, (canvas, y) => canvas.Print(line, column.Left, y + Baseline(column)))
        {
            Above = i == 0 ? above : 0,
            IsTied = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
            Notes = [.. line.Notes.SelectMany(Note)],
        });

    private static double Baseline(Column column) => column.Leading * 0.74;

    private IEnumerable<Piece> Note(int order)
    {
        var ink = Ink.Footnote;
        var lines = _notes[order].OfType<ParagraphBlock>()
            .SelectMany(paragraph => Line.Justify(Compositor.Compose(chapter.Name, paragraph.Inline, ink), Sheet.Measure - ListIndent + 5));
        return lines.Select((line, i) => new Piece(NoteLeading, (canvas, y) =>
        {
            if (i == 0) canvas.Print(order.ToString(CultureInfo.InvariantCulture), ink.Superscript(order), Sheet.Left, y + 9);
            canvas.Print(line, Sheet.Left + ListIndent - 5, y + 9);
        }));
    }

    private IEnumerable<Piece> List(ListBlock list, Column column)
    {
        var inner = column with { Indent = column.Indent + ListIndent };
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var pieces = new List<Piece>();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var blocks = Blocks(item, inner);
            blocks[0] = Marked(blocks[0], Mark(list, item, number++, column)) with { Above = pieces.Count == 0 ? BlockSpace : BlockSpace / 2.4 };
            pieces.AddRange(blocks);
        }

        pieces.Add(new Piece(column.Indent == 0 ? BlockSpace - 1 : 0, static (_, _) => { }));
        pieces[^2] = pieces[^2] with { IsTied = true };
        return pieces;
    }

    private static Action<Canvas, double> Mark(ListBlock list, ListItemBlock item, int number, Column column)
    {
        var baseline = Baseline(column);
        if (item.Descendants<ParagraphBlock>().FirstOrDefault()?.Inline?.FirstChild is TaskList)
            return (canvas, y) => canvas.Box(column.Left + 0.5, y + baseline - 7.2, 7.4);
        return list.IsOrdered
            ? (canvas, y) => canvas.PrintRight($"{number}.", column.Ink with { Color = Ink.Accent }, column.Left + ListIndent - 5, y + baseline)
            : (canvas, y) => canvas.Print("•", column.Ink with { Color = Ink.Accent }, column.Left + 4, y + baseline);
    }

    private static Piece Marked(Piece piece, Action<Canvas, double> mark) => piece with
    {
        Draw = (canvas, y) =>
        {
            mark(canvas, y);
            piece.Draw(canvas, y);
        },
    };

    private static Piece Barred(Piece piece) => Marked(piece, (canvas, y) =>
        canvas.Fill(Sheet.Left + 4, y - piece.Above, 1.4, piece.Height + piece.Above, Ink.Accent));

    private static IEnumerable<Piece> Above(IReadOnlyList<Piece> pieces, double space) =>
        pieces.Select((piece, i) => i == 0 ? piece with { Above = space } : piece)
            .Append(new Piece(space, static (_, _) => { }));
}
