using Emporium.Even.Sheets;

namespace Emporium.Tests.Even;

public sealed class SheetTests
{
    [Theory]
    [InlineData(60_000, 2_260, 40, 7_850, 3, 53)]
    [InlineData(10_000, 100, 100, 0, 0, 100)]
    [InlineData(10_001, 100, 100, 0, 0, 101)]
    [InlineData(0, 100, 1, 0, 0, 0)]
    public void The_month_is_even_at_the_first_whole_percent_that_pays_for_it(long fixedCosts, long left, int sales, long otherLeft, int otherSales, long percent)
    {
        var sheet = new Sheet("EUR", fixedCosts, [new("A", left, 0, sales), new("B", otherLeft, 0, otherSales)]);

        Assert.Equal(percent, sheet.EvenAtPercent);
    }

    [Fact]
    public void As_many_of_each_are_needed_as_keep_the_plans_proportion_rounded_up()
    {
        var sheet = new Sheet("EUR", 60_000, [new("The book", 2_400, 140, 40), new("The workshop", 9_000, 1_150, 3)]);

        Assert.Equal([22, 2], sheet.Lines.Select(l => sheet.Needed(l)));
        Assert.Equal(new Money(53_950, "EUR"), sheet.Result);
        Assert.True(sheet.Lines.Sum(l => l.LeftMinor * sheet.Needed(l)) >= sheet.FixedMinor);
    }

    [Fact]
    public void Sales_that_leave_nothing_never_pay_for_a_month()
    {
        var sheet = new Sheet("JPY", 1, [new("At a loss", 100, 120, 1_000)]);

        Assert.Null(sheet.EvenAtPercent);
        Assert.Null(sheet.Needed(sheet.Lines[0]));
        Assert.Equal(new Money(-20_001, "JPY"), sheet.Result);
    }

    [Fact]
    public void The_largest_sheet_can_be_reckoned()
    {
        var sheet = new Sheet("KWD", Sheet.MostMinor, [.. Enumerable.Repeat(new SheetLine("Much", Sheet.MostMinor, 0, Sheet.MostSales), Sheet.MostLines)]);

        Assert.Equal(1, sheet.EvenAtPercent);
        Assert.Equal(1, sheet.Needed(sheet.Lines[0]));
    }

    [Theory]
    [InlineData("XXX", "1", "A", "1", "1", "1", "sheet.currency_unknown", "currency")]
    [InlineData("EUR", "-1", "A", "1", "1", "1", "sheet.amount_invalid", "fixed")]
    [InlineData("EUR", "1.001", "A", "1", "1", "1", "sheet.amount_invalid", "fixed")]
    [InlineData("EUR", "1", "", "1", "1", "1", "sheet.name_required", "name-0")]
    [InlineData("EUR", "1", "A", "1e9", "1", "1", "sheet.amount_invalid", "price-0")]
    [InlineData("EUR", "1", "A", "1", "99999999999999", "1", "sheet.amount_invalid", "cost-0")]
    [InlineData("EUR", "1", "A", "1", "1", "1.5", "sheet.sales_invalid", "sales-0")]
    [InlineData("EUR", "1", "A", "1", "1", "100001", "sheet.sales_invalid", "sales-0")]
    public void A_slip_is_named_with_its_field(string currency, string month, string name, string price, string cost, string sales, string code, string field)
    {
        var refused = Assert.Throws<Refusal>(() => new WrittenSheet(currency, month, [new(name, price, cost, sales)]).Read());

        Assert.Equal((code, field), (refused.Code, refused.Input));
    }

    [Fact]
    public void What_was_read_is_written_as_it_was_and_empty_lines_are_left_out()
    {
        var written = new WrittenSheet("KWD", "12.500", [WrittenSheet.Row.Empty, new("A", "3.000", "0.125", "7")]);

        Assert.Equal(written with { Rows = [written.Rows[1]] }, WrittenSheet.Of(written.Read()), (a, b) => a.Currency == b.Currency && a.Fixed == b.Fixed && a.Rows.SequenceEqual(b.Rows));
    }
}
