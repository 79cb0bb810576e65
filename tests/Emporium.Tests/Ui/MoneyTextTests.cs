using System.Globalization;
using Emporium.Ui;

namespace Emporium.Tests.Ui;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(2900, "EUR", "en-IE", "€29.00")]
    [InlineData(2900, "EUR", "de-DE", "29,00 €")]
    [InlineData(123456789, "EUR", "de-DE", "1.234.567,89 €")]
    [InlineData(123456, "JPY", "en-US", "¥123,456")]
    [InlineData(1234, "KWD", "en-GB", "KWD 1.234")]
    [InlineData(2900, "CHF", "en-IE", "CHF 29.00")]
    [InlineData(2900, "USD", "en-US", "$29.00")]
    [InlineData(2900, "USD", "en-CA", "US$29.00")]
    [InlineData(2900, "CAD", "en-US", "CA$29.00")]
    [InlineData(2900, "CAD", "en-CA", "$29.00")]
    [InlineData(5, "EUR", "en", "€0.05")]
    public void An_amount_stands_as_its_reader_expects_it(long minor, string currency, string culture, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00A0'), MoneyText.Format(new Money(minor, currency), CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("en-US", "−$5.00")]
    [InlineData("fr-FR", "−5,00 $")]
    [InlineData("de-DE", "−5,00 $")]
    public void A_debt_has_a_true_minus_sign_and_no_parentheses(string culture, string expected)
    {
        var text = MoneyText.Format(new Money(-500, "USD"), CultureInfo.GetCultureInfo(culture));

        Assert.Equal(expected.Replace(' ', '\u00A0'), text);
    }

    [Fact]
    public void The_largest_amount_keeps_every_digit() =>
        Assert.Equal("92233720368547758.07", MoneyText.Number(new Money(long.MaxValue, "EUR")));

    [Fact]
    public void Every_currency_can_be_written_without_a_culture()
    {
        foreach (var currency in Currency.All)
            Assert.NotEmpty(MoneyText.Format(new Money(-1, currency), CultureInfo.InvariantCulture));
    }
}
