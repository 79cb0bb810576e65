namespace Emporium.Ui;

/// <summary>A typeface on a cover.</summary>
/// <param name="Family">The families in order of preference; a file outside the store falls back to the reader's own serif.</param>
/// <param name="Tracking">Letter spacing in em.</param>
/// <param name="Width">The mean advance of a letter in em, for breaking lines without a browser.</param>
internal sealed record CoverFace(string Family, int Weight, string Style, double Tracking, double Width)
{
    private const string SerifStack = "Newsreader Variable, Newsreader, Georgia, Times New Roman, serif";
    private const string SansStack = "Instrument Sans Variable, Instrument Sans, Helvetica, Arial, sans-serif";

    public static CoverFace Title { get; } = new(SerifStack, 500, "normal", -0.02, 0.56);

    public static CoverFace Author { get; } = new(SerifStack, 400, "italic", 0, 0.48);

    public static CoverFace Kind { get; } = new(SansStack, 600, "normal", 0.01, 0.54);

    public static CoverFace Letter { get; } = new(SerifStack, 600, "normal", 0, 0.6);

    /// <summary>How wide words stand at a size of 1. Generous, so that a fallback face does not overflow.</summary>
    public double Measure(string words) => words.EnumerateRunes().Sum(rune => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or 't' or 'f' or '.' or ',' or '\'' or '’' or ':' or ';' or '!' or '|' => 0.32,
        'm' or 'w' or 'M' or 'W' => 0.86,
        ' ' => 0.25,
        >= 'A' and <= 'Z' => Width * 1.38,
        > 0x2E7F => 1.0,
        _ => Width,
    } + Tracking);
}
