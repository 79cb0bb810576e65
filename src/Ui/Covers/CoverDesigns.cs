using System.Text;

namespace Emporium.Ui;

/// <summary>The four ways in which drawing and words share the paper.</summary>
internal static class CoverDesigns
{
    /// <summary>The title speaks at the top, the drawing stands below and runs off three edges.</summary>
    public static void Plate(CoverPaper paper, CoverWords words)
    {
        var small = SmallSize(paper);
        var title = Title(paper, words, paper.Width - (2 * paper.Margin), paper.Height * 0.3, paper.Height * 0.145);
        var top = paper.Margin;
        title.Write(paper.Svg, CoverFace.Title, paper.Margin, top, paper.Palette.Text);
        Signature(paper, words, top + title.Height + (small * 1.5), small);
        var start = top + title.Height + (small * 2.6);
        paper.Draw(new(0, start, paper.Width, paper.Height - start));
    }

    /// <summary>The drawing fills the upper part, the words stand on plain stock under it.</summary>
    public static void Band(CoverPaper paper, CoverWords words)
    {
        var small = SmallSize(paper);
        var split = paper.Height * 0.6;
        paper.Draw(new(0, 0, paper.Width, split));
        var bottom = paper.Height - paper.Margin;
        var room = bottom - small - split - (paper.Margin * 1.5);
        Title(paper, words, paper.Width - (2 * paper.Margin), room, paper.Height * 0.115)
            .Write(paper.Svg, CoverFace.Title, paper.Margin, split + (paper.Margin * 0.75), paper.Palette.Text);
        Signature(paper, words, bottom, small);
    }

    /// <summary>Patterned paper all over, with a label pasted on it, as on the bindings of pocket classics.</summary>
    public static void Label(CoverPaper paper, CoverWords words)
    {
        var small = SmallSize(paper) * 0.92;
        var width = paper.Width * 0.7;
        var title = Title(paper, words, width * 0.84, paper.Height * 0.26, paper.Height * 0.085);
        var height = title.Height + (small * (words.Author is null ? 4.4 : 6.2));
        var (x, y) = ((paper.Width - width) / 2, paper.Height * 0.14);

        paper.Draw(new(0, 0, paper.Width, paper.Height));
        paper.Svg.Rectangle(x, y, width, height, paper.Palette.Ground);
        paper.Svg.Raw($"<rect x=\"{SvgText.N(x + 9)}\" y=\"{SvgText.N(y + 9)}\" width=\"{SvgText.N(width - 18)}\" height=\"{SvgText.N(height - 18)}\" fill=\"none\" stroke=\"{paper.Palette.Text}\" stroke-width=\"1.5\"/>");
        var center = paper.Width / 2;
        paper.Svg.Words(words.Kind, center, y + (small * 2), small * 0.85, paper.Palette.Text, CoverFace.Kind, "middle");
        title.Write(paper.Svg, CoverFace.Title, center, y + (small * 2.7), paper.Palette.Text, "middle");
        if (words.Author is null) return;
        var author = CoverLines.Fit(words.Author, CoverFace.Author, width * 0.84, small * 1.3, small * 1.15, small * 0.8);
        author.Write(paper.Svg, CoverFace.Author, center, y + (small * 3.4) + title.Height, paper.Palette.Text, "middle");
    }

    /// <summary>The title in small, and under it its first letter as large as the paper allows.</summary>
    public static void Letter(CoverPaper paper, CoverWords words)
    {
        var small = SmallSize(paper);
        var title = Title(paper, words, paper.Width - (2 * paper.Margin), paper.Height * 0.24, paper.Height * 0.11);
        var under = paper.Margin + title.Height + (small * 1.5);
        title.Write(paper.Svg, CoverFace.Title, paper.Margin, paper.Margin, paper.Palette.Text);
        Signature(paper, words, under, small);
        Initial(paper, words.Title, under + (small * 1.2));
    }

    private static void Initial(CoverPaper paper, string title, double top)
    {
        const double capHeight = 0.71;
        var letter = title.EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit, new Rune('§')).ToString().ToUpperInvariant();
        var room = paper.Height - top;
        var x = paper.Width * paper.Dice.Between(0.4, 0.6);

        paper.Svg.Raw($"<clipPath id=\"{paper.Id}\"><rect width=\"{SvgText.N(paper.Width)}\" height=\"{SvgText.N(paper.Height)}\"/></clipPath><g clip-path=\"url(#{paper.Id})\">");
        paper.Svg.Circle(x + (room * paper.Dice.Between(-0.3, 0.35)), top + (room * paper.Dice.Between(0.4, 0.65)), room * 0.33, paper.Palette.Inks[1]);
        paper.Svg.Words(letter, x, paper.Height + (room * 0.06), room / capHeight, paper.Palette.Inks[0], CoverFace.Letter, "middle");
        paper.Svg.Raw("</g>");
    }

    private static double SmallSize(CoverPaper paper) => Math.Min(paper.Width, paper.Height) * 0.042;

    private static CoverLines Title(CoverPaper paper, CoverWords words, double width, double height, double largest) =>
        CoverLines.Fit(words.Title, CoverFace.Title, width, height, largest, Math.Min(paper.Width, paper.Height) * 0.045);

    // The author at the left, the kind at the right, on one line.
    private static void Signature(CoverPaper paper, CoverWords words, double baseline, double size)
    {
        var room = (paper.Width - (2 * paper.Margin)) * 0.62;
        if (words.Author is not null)
        {
            var author = CoverLines.Fit(words.Author, CoverFace.Author, room, size * 1.3, size * 1.2, size * 0.8);
            paper.Svg.Words(author.Lines[0], paper.Margin, baseline, author.Size, paper.Palette.Text, CoverFace.Author);
        }

        var (x, anchor) = words.Author is null ? (paper.Margin, "start") : (paper.Width - paper.Margin, "end");
        paper.Svg.Words(words.Kind, x, baseline, size * 0.85, paper.Palette.Text, CoverFace.Kind, anchor);
    }
}
