using System.Text;
using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;

namespace Emporium.Tests.Machinery.Lists;

public sealed class CsvExportTests
{
    private sealed record Row(string? Name, Money? Price, DateTimeOffset? At, long? Count);

    private static readonly ListColumns<Row> Columns = new ListColumns<Row>().InFile("name", r => r.Name).InFile("price", r => r.Price).InFile("at", r => r.At).InFile("count", r => r.Count);

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")", "\"'=HYPERLINK(\"\"http://evil\"\")\"")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=b", "a=b")]
    public async Task Text_that_a_spreadsheet_would_run_is_text(string name, string cell) =>
        Assert.StartsWith($"{cell},", (await Csv(new Row(name, null, null, null)))[1], StringComparison.Ordinal);

    [Fact]
    public async Task An_amount_is_a_figure_and_a_currency_also_below_zero() => Assert.Equal(
        ["name,price,price_currency,at,count", "Ada,-12.50,EUR,2026-03-14T09:26:53Z,-3", ",1200,JPY,,"],
        await Csv(new Row("Ada", new Money(-1_250, "EUR"), new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero), -3), new Row(null, new Money(1_200, "JPY"), null, null)));

    private static async Task<string[]> Csv(params Row[] rows)
    {
        using var file = new MemoryStream();
        await CsvExport.Write(Columns.All, rows.ToAsyncEnumerable(), file, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Equal('\uFEFF', text[0]);
        return text[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
