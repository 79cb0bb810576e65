using System.Globalization;
using Markdig.Syntax;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>A figure written as a fenced block: <c>bars</c>, a line with the title, then lines of <c>label | number | what is printed beside it</c>.</summary>
internal sealed record BarChart(string Title, IReadOnlyList<BarChart.Bar> Bars)
{
    public const string Info = "bars";

    /// <summary>The length of the longest bar is 1.</summary>
    public IEnumerable<(Bar Bar, double Length)> Scaled
    {
        get
        {
            var longest = Bars.Max(bar => bar.Value);
            return Bars.Select(bar => (bar, bar.Value / longest));
        }
    }

    /// <summary>The figure in words, for those who do not see it.</summary>
    public string Alternative => $"{Title}: {string.Join("; ", Bars.Select(bar => $"{bar.Label}, {bar.Printed}"))}.";

    public static IEnumerable<FencedCodeBlock> In(MarkdownDocument text) =>
        text.Descendants<FencedCodeBlock>().Where(block => block.Info == Info);

    /// <exception cref="FormatException">A line does not have three fields.</exception>
    public static BarChart Read(IReadOnlyList<string> lines) => new(lines[0], [.. lines.Skip(1).Select(Bar.Read)]);

    internal sealed record Bar(string Label, double Value, string Printed)
    {
        public static Bar Read(string line) => line.Split('|', StringSplitOptions.TrimEntries) is [var label, var value, var printed]
            ? new Bar(label, double.Parse(value, CultureInfo.InvariantCulture), printed)
            : throw new FormatException($"A bar is 'label | number | text', not '{line}'.");
    }
}
