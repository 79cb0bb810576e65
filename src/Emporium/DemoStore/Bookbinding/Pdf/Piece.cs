namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>A strip of a page that cannot be cut: a line, a table row, a figure.</summary>
/// <param name="Height">In points.</param>
/// <param name="Draw">Prints it with its top at the given height.</param>
internal sealed record Piece(double Height, Action<Canvas, double> Draw)
{
    /// <summary>Space over it, dropped at the top of a page.</summary>
    public double Above { get; init; }

    /// <summary>Stays on the page of the piece that follows: a heading, the first line of a paragraph, the last but one.</summary>
    public bool IsTied { get; init; }

    /// <summary>What links and bookmarks call this place.</summary>
    public string? Anchor { get; init; }

    /// <summary>Footnotes called here; they stand at the foot of the same page.</summary>
    public IReadOnlyList<Piece> Notes { get; init; } = [];
}

/// <summary>A part of the book that begins on a new page.</summary>
/// <param name="Head">What stands over its pages from the second on; empty for pages without head and number.</param>
internal sealed record Part(string Head, IReadOnlyList<Piece> Pieces);
