namespace Emporium.Ui;

/// <summary>How values are drawn.</summary>
public enum ChartKind
{
    /// <summary>Something that goes on: revenue by day.</summary>
    Line,

    /// <summary>Something that is counted anew in each step: orders by month.</summary>
    Bars,
}
