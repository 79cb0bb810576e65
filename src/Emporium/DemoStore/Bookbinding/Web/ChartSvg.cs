using System.Globalization;
using System.Security;
using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Web;

/// <summary>A bar chart as a figure with an SVG that says in words what it shows.</summary>
internal static class ChartSvg
{
    private const int Row = 26;
    private const int Labels = 190;
    private const int Room = 300;

    public static string Draw(BarChart chart)
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"<figure><figcaption>{Escape(chart.Title)}</figcaption><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 {(chart.Bars.Count * Row) + 4}\" role=\"img\" aria-label=\"{Escape(chart.Alternative)}\">");
        var y = 0;
        foreach (var (bar, length) in chart.Scaled)
        {
            var end = Labels + 8 + Math.Max(1, Room * length);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Labels}\" y=\"{y + 17}\" font-size=\"13\" text-anchor=\"end\" fill=\"currentColor\">{Escape(bar.Label)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Labels + 8}\" y=\"{y + 4}\" width=\"{end - Labels - 8:0.#}\" height=\"17\" fill=\"#943314\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{end + 6:0.#}\" y=\"{y + 17}\" font-size=\"13\" fill=\"currentColor\">{Escape(bar.Printed)}</text>");
            y += Row;
        }

        return svg.Append("</svg></figure>").ToString();
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
