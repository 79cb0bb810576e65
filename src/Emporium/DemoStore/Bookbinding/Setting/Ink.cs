using Emporium.Host.DemoStore.Bookbinding.Press;

namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>The cuts of type that the bindery owns.</summary>
internal enum Face
{
    Serif,
    Italic,
    Bold,
    Sans,
    SansBold,
    Mono,
}

/// <summary>How a run of characters is printed.</summary>
/// <param name="Size">In points.</param>
/// <param name="Rise">Above the baseline, in points.</param>
/// <param name="Link">A web address, or <c>#anchor</c> inside the book.</param>
/// <param name="Note">The footnote that the run calls, by its order in the book.</param>
internal readonly record struct Ink(Face Face, double Size, Rgb Color, double Rise = 0, string? Link = null, int? Note = null)
{
    public static readonly Rgb Black = new(0x18, 0x1d, 0x26);
    public static readonly Rgb Gray = new(0x59, 0x60, 0x6b);
    public static readonly Rgb Hairline = new(0xb9, 0xb4, 0xa8);
    public static readonly Rgb Paper = new(0xf6, 0xf2, 0xea);
    public static readonly Rgb Accent = new(0x94, 0x33, 0x14);

    public static Ink Body { get; } = new(Face.Serif, 10.6, Black);

    public static Ink Table { get; } = new(Face.Sans, 8.4, Black);

    public static Ink Code { get; } = new(Face.Mono, 8, Black);

    public static Ink Footnote { get; } = new(Face.Serif, 8.8, Black);

    public static Ink Label { get; } = new(Face.SansBold, 7.6, Accent);

    public Ink Emphasized => this with { Face = Face is Face.Serif ? Face.Italic : Face is Face.Italic ? Face.Serif : Face };

    public Ink Strong => this with { Face = Face is Face.Sans or Face.SansBold ? Face.SansBold : Face.Bold };

    public Ink Typewritten => this with { Face = Face.Mono, Size = Size * 0.84 };

    public Ink Superscript(int note) => this with { Size = Size * 0.68, Rise = Size * 0.34, Color = Accent, Note = note };
}
