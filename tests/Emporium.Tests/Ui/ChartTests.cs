using System.Text.RegularExpressions;
using Emporium.Ui;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Ui;

public sealed partial class ChartTests
{
    [Fact]
    public void A_scale_holds_every_value_in_at_most_six_lines() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Select(n => (long)n * 1_000_003).ToArbitrary(),
        (Func<long, bool>)(highest =>
        {
            var scale = new ChartScale(760, 250, 28, highest, 60);
            return scale.Most >= highest && scale.Lines.Count() is >= 2 and <= 6 && scale.Y(highest) >= 0 && scale.Y(0) == scale.Floor;
        })).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(42, 10)]
    [InlineData(100, 20)]
    [InlineData(48_120, 10_000)]
    public void Lines_stand_at_round_numbers(long highest, long interval) => Assert.Equal(interval, new ChartScale(760, 250, 28, highest, 60).Interval);

    [Fact]
    public async Task Every_value_stands_in_the_table_and_in_the_drawing()
    {
        var html = await Draw(ChartKind.Line, new("1 Mar", 1_200, 900), new("2 Mar", 0, 700), new("3 Mar", 4_800));

        Assert.Equal(3, Regex.Count(html, "<th scope=\"row\">"));
        Assert.Equal(2 * 3, Regex.Count(html, "class=\"chart-slot\""));
        Assert.Contains("<td class=\"num\">4800 cents</td>", html, StringComparison.Ordinal);
        Assert.Contains("<title>1 Mar: 1200 cents, before 900 cents</title>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChartKind.Line)]
    [InlineData(ChartKind.Bars)]
    public async Task A_drawing_needs_no_inline_style_and_keeps_inside_of_its_frame(ChartKind kind)
    {
        var html = await Draw(kind, [.. Enumerable.Range(0, 90).Select(i => new ChartPoint($"{i}", i * 977 % 5_000, i * 311 % 4_000))]);

        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        foreach (Match place in Place().Matches(html)) Assert.InRange(double.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 0, 760);
    }

    [Fact]
    public async Task Nothing_is_said_and_not_drawn()
    {
        Assert.Contains("Nothing in this time.", await Draw(ChartKind.Line), StringComparison.Ordinal);
        Assert.DoesNotContain("<polyline", await Draw(ChartKind.Line, new ChartPoint("1 Mar", 0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_value_is_a_drawing_too() => Assert.Contains("chart-dot", await Draw(ChartKind.Line, new ChartPoint("1 Mar", 5)), StringComparison.Ordinal);

    private static async Task<string> Draw(ChartKind kind, params ChartPoint[] points)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Chart.Title)] = "Revenue",
            [nameof(Chart.Kind)] = kind,
            [nameof(Chart.Points)] = points,
            [nameof(Chart.Format)] = (Func<long, string>)(cents => $"{cents} cents"),
            [nameof(Chart.NowName)] = "Now",
            [nameof(Chart.BeforeName)] = "Before",
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Chart>(parameters)).ToHtmlString());
    }

    [GeneratedRegex("(?: x| y| x1| x2| y1| y2| cx| cy)=\"(-?[0-9.]+)\"")]
    private static partial Regex Place();
}
