using System.Collections.Concurrent;
using System.Collections.Frozen;
using Emporium.Host.DemoStore.Bookbinding.Press;

namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>The embedded fonts, and how wide they set a text.</summary>
internal static class Typefaces
{
    private static readonly FrozenDictionary<Face, string> Files = new Dictionary<Face, string>
    {
        [Face.Serif] = "Newsreader-Regular",
        [Face.Italic] = "Newsreader-Italic",
        [Face.Bold] = "Newsreader-SemiBold",
        [Face.Sans] = "InstrumentSans-Regular",
        [Face.SansBold] = "InstrumentSans-SemiBold",
        [Face.Mono] = "JetBrainsMono-Regular",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Face, TrueType> Fonts =
        Files.ToFrozenDictionary(file => file.Key, file => new TrueType(Content.Bytes($"fonts/{file.Value}.ttf"), Shape(file.Key)));

    private static readonly ConcurrentDictionary<(Face, string), double> Ems = new();

    /// <summary>A fresh set for one document, in the order of <see cref="Face"/>.</summary>
    public static IReadOnlyList<PdfFont> ForDocument() =>
        [.. Enum.GetValues<Face>().Select(face => new PdfFont($"F{(int)face}", Files[face], Fonts[face]))];

    /// <summary>The advance of a run in points, kerning included.</summary>
    public static double Width(string text, Ink ink) =>
        Ems.GetOrAdd((ink.Face, text), static key => Measure(Fonts[key.Item1], key.Item2)) * ink.Size;

    private static string Shape(Face face) => face is Face.Serif or Face.Italic or Face.Bold ? "pnum" : "tnum";

    private static double Measure(TrueType font, string text)
    {
        var (units, previous) = (0, (ushort?)null);
        foreach (var glyph in text.Select(font.Glyph))
        {
            units += font.Advance(glyph) + (previous is { } first ? font.Kerning.Between(first, glyph) : 0);
            previous = glyph;
        }

        return (double)units / font.UnitsPerEm;
    }
}
