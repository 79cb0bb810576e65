namespace Emporium.Host.DemoStore.Bookbinding.Setting;

/// <summary>
/// What a paragraph is made of, after Knuth and Plass: boxes that print, glue that gives, and penalties where a line may
/// end at a price. A penalty's text and width are printed only when the line ends there.
/// </summary>
internal readonly record struct Atom(Atom.Kind Is, string Text, Ink Ink, double Width, double Stretch = 0, double Shrink = 0, double Price = 0)
{
    public const double Never = 10_000;
    public const double Always = -10_000;
    private const double Endless = 100_000;

    public enum Kind
    {
        Box,
        Glue,
        Penalty,
    }

    public static Atom Box(string text, Ink ink) => new(Kind.Box, text, ink, Typefaces.Width(text, ink));

    public static Atom Gap(double width, Ink ink) => new(Kind.Box, "", ink, width);

    public static Atom Space(Ink ink)
    {
        var width = Typefaces.Width(" ", ink);
        return new(Kind.Glue, " ", ink, width, width * 0.55, width * 0.3);
    }

    public static Atom Fill(Ink ink) => new(Kind.Glue, "", ink, 0, Endless);

    public static Atom Hyphen(Ink ink) => new(Kind.Penalty, "-", ink, Typefaces.Width("-", ink), Price: 60);

    public static Atom Break(Ink ink, double price) => new(Kind.Penalty, "", ink, 0, Price: price);
}
