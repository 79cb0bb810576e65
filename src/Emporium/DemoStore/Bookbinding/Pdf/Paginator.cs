namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>Fills pages with pieces. Tied pieces move together, so that no heading ends a page and no paragraph leaves a line alone.</summary>
internal sealed class Paginator
{
    public const double NoteRule = 12;
    private const double ShortestEnd = 64;
    private readonly List<Leaf> _leaves = [];

    public static IReadOnlyList<Leaf> Paginate(IEnumerable<Part> parts)
    {
        var paginator = new Paginator();
        foreach (var part in parts) paginator.Fill(part);
        return paginator._leaves;
    }

    private void Fill(Part part)
    {
        var leaf = Turn(part, isOpening: true);
        var group = new List<Piece>();
        var tail = Tail(part.Pieces);
        foreach (var (i, piece) in part.Pieces.Index())
        {
            group.Add(piece);
            if (piece.IsTied || i >= tail) continue;
            if (leaf.Pieces.Count > 0 && !leaf.Fits(group)) leaf = Turn(part, isOpening: false);
            leaf.Place(group);
            group.Clear();
        }

        if (leaf.Pieces.Count > 0 && !leaf.Fits(group)) leaf = Turn(part, isOpening: false);
        leaf.Place(group);
    }

    /// <summary>Where the end of a part begins: pieces that move together, so that no chapter closes with a lonely line on a page.</summary>
    private static int Tail(IReadOnlyList<Piece> pieces)
    {
        var (at, height) = (pieces.Count, 0.0);
        while (at > 1 && height < ShortestEnd) height += pieces[--at].Height + pieces[at].Above;
        return at;
    }

    private Leaf Turn(Part part, bool isOpening)
    {
        var leaf = new Leaf(_leaves.Count + 1, part.Head, isOpening);
        _leaves.Add(leaf);
        return leaf;
    }
}

/// <summary>A page with its pieces in place.</summary>
/// <param name="Number">Counted from 1, as printed and as a PDF reader counts, so that both always agree.</param>
internal sealed record Leaf(int Number, string Head, bool IsOpening)
{
    private double _y = Sheet.Top;
    private double _notes;

    public List<(double Y, Piece Piece)> Pieces { get; } = [];

    public List<Piece> Notes { get; } = [];

    public double NotesTop => Sheet.Bottom - _notes;

    public bool Fits(IReadOnlyList<Piece> group)
    {
        var height = group.Sum(piece => piece.Height + piece.Above) - (Pieces.Count == 0 ? group[0].Above : 0);
        return _y + height <= Sheet.Bottom - NotesWith(group.SelectMany(piece => piece.Notes)) + 0.5;
    }

    public void Place(IEnumerable<Piece> group)
    {
        foreach (var piece in group)
        {
            if (Pieces.Count > 0) _y += piece.Above;
            Pieces.Add((_y, piece));
            _y += piece.Height;
            _notes = NotesWith(piece.Notes);
            Notes.AddRange(piece.Notes);
        }
    }

    private double NotesWith(IEnumerable<Piece> more)
    {
        var added = more.Sum(note => note.Height);
        return added == 0 ? _notes : _notes + added + (_notes == 0 ? Paginator.NoteRule : 0);
    }
}
