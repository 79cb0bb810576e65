using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>Typewritten lines on a tinted ground. Lines are never broken: a manuscript keeps them short enough.</summary>
internal static class CodeSetter
{
    private const double Leading = 11.4;
    private const double Padding = 7;

    public static IEnumerable<Piece> Set(IReadOnlyList<string> lines, double left, double width)
    {
        if (lines.FirstOrDefault(line => Typefaces.Width(line, Ink.Code) > width - (2 * Padding)) is { } wide)
            throw new FormatException($"This line is too wide for the page: {wide}");

        yield return Strip(Padding, left, width, "") with { Above = 8, IsTied = true };
        for (var i = 0; i < lines.Count; i++)
            yield return Strip(Leading, left, width, lines[i]) with { IsTied = i == 0 || i >= lines.Count - 2 };
        yield return Strip(Padding, left, width, "") with { IsTied = true };
        yield return new Piece(10, static (_, _) => { });
    }

    private static Piece Strip(double height, double left, double width, string text) => new(height, (canvas, y) =>
    {
        canvas.Fill(left, y, width, height + 0.2, Ink.Paper);
        if (text.Length > 0) canvas.Print(text, Ink.Code, left + Padding, y + 8.4);
    });
}
