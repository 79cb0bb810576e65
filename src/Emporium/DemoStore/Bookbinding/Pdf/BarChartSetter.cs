using Emporium.Host.DemoStore.Bookbinding.Setting;

namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>Prints a bar chart with direct labels: the name at the left, the bar, its value at its end.</summary>
internal static class BarChartSetter
{
    private const double Row = 17;
    private const double Head = 22;
    private const double Gap = 8;

    extension(BarChart chart)
    {
        public IEnumerable<Piece> Set()
        {
            var labels = chart.Bars.Max(bar => Typefaces.Width(bar.Label, Ink.Table));
            var values = chart.Bars.Max(bar => Typefaces.Width(bar.Printed, Ink.Table));
            var room = Sheet.Measure - labels - values - (2 * Gap);
            yield return new Piece(Head + (chart.Bars.Count * Row) + 6, (canvas, y) =>
            {
                canvas.Print(chart.Title, Ink.Table with { Face = Face.SansBold }, Sheet.Left, y + 10);
                foreach (var (bar, length) in chart.Scaled)
                {
                    canvas.PrintRight(bar.Label, Ink.Table, Sheet.Left + labels, y + Head + 10);
                    canvas.Fill(Sheet.Left + labels + Gap, y + Head + 1.5, Math.Max(0.8, room * length), 11, Ink.Accent);
                    canvas.Print(bar.Printed, Ink.Table, Sheet.Left + labels + Gap + (room * length) + 5, y + Head + 10);
                    y += Row;
                }
            })
            {
                Above = 12,
            };
            yield return new Piece(10, static (_, _) => { });
        }
    }
}
