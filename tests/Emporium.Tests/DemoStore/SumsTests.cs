using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Emporium.Tests.DemoStore;

/// <summary>The books say that their sums can be checked. A column headed € adds up: a bold row is the total of those above it.</summary>
public sealed class SumsTests
{
    [Theory]
    [InlineData("plain-dealing", 13)]
    [InlineData("price-it", 5)]
    [InlineData("the-margin", 4)]
    public void Every_total_in_a_manuscript_is_the_sum_of_its_rows(string slug, int tables)
    {
        var sums = Manuscript.From($"{slug}/manuscript").Chapters
            .SelectMany(chapter => chapter.Text.Descendants<Table>()).Select(Rows).Where(rows => rows[0][^1] is "€").ToList();

        Assert.Equal(tables, sums.Count);
        Assert.All(sums, rows => Assert.Equal(Amount(rows[^1]), rows.Skip(1).SkipLast(1).Sum(Amount)));
    }

    private static List<List<string>> Rows(Table table) =>
        [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>()
            .Select(cell => Markup.PlainText(cell.OfType<ParagraphBlock>().FirstOrDefault()?.Inline)).ToList())];

    private static decimal Amount(List<string> row) => decimal.Parse(row[^1].Replace('−', '-'), CultureInfo.InvariantCulture);
}
