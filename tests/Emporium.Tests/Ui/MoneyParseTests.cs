using System.Globalization;
using Emporium.Ui;
using FsCheck;
using FsCheck.Fluent;

namespace Emporium.Tests.Ui;

public sealed class MoneyParseTests
{
    private static readonly string[] Cultures = ["en-US", "en-IE", "de-DE", "de-CH", "fr-FR", "sv-SE", "pl-PL", "pt-BR", "ja-JP", "hi-IN", "fa-IR", "ar-EG", "en-ZA"];

    [Theory]
    [InlineData("1,234.50", "en-US", 123450)]
    [InlineData("1.234,50", "en-US", 123450)]
    [InlineData("1.234,50", "de-DE", 123450)]
    [InlineData("1,234.50", "de-DE", 123450)]
    [InlineData("1'234.50", "de-CH", 123450)]
    [InlineData("1 234,5", "fr-FR", 123450)]
    [InlineData("12.345.678,90", "en-US", 1234567890)]
    [InlineData("1,23,456.70", "hi-IN", 12345670)]
    [InlineData("29", "en-US", 2900)]
    [InlineData("29,9", "en-US", 2990)]
    [InlineData(".5", "en-US", 50)]
    [InlineData("0.05", "de-DE", 5)]
    [InlineData(" €29.00 ", "en-IE", 2900)]
    [InlineData("29,00 €", "de-DE", 2900)]
    [InlineData("EUR 29", "de-DE", 2900)]
    [InlineData("-5", "en-US", -500)]
    [InlineData("−5,00", "de-DE", -500)]
    public void An_amount_is_read_as_it_was_meant(string text, string culture, long minor) => Assert.Equal(new Money(minor, "EUR"), Read(text, "EUR", culture));

    [Theory]
    [InlineData("1,234", "en-US", 123400)]
    [InlineData("1.234", "de-DE", 123400)]
    public void One_mark_before_three_digits_is_the_cultures_own_grouping(string text, string culture, long minor) => Assert.Equal(new Money(minor, "EUR"), Read(text, "EUR", culture));

    [Theory]
    [InlineData("1.234", "en-US", "EUR")]
    [InlineData("1,234", "de-DE", "EUR")]
    [InlineData("29.999", "en-US", "EUR")]
    [InlineData("12.5", "en-US", "JPY")]
    [InlineData("1.2345", "en-US", "KWD")]
    public void What_has_more_decimals_than_the_currency_is_refused_and_never_rounded(string text, string culture, string currency) => Assert.Null(Read(text, currency, culture));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("twelve")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("1,2,3")]
    [InlineData("1,234,56.7")]
    [InlineData("12,34.5.6")]
    [InlineData("1..5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("$29")]
    [InlineData("999999999999999999")]
    [InlineData("., ")]
    public void What_is_no_amount_is_refused(string text) => Assert.Null(Read(text, "EUR", "en-IE"));

    [Fact]
    public void Yen_have_no_decimals_and_dinars_three()
    {
        Assert.Equal(new Money(123456, "JPY"), Read("123,456", "JPY", "ja-JP"));
        Assert.Equal(new Money(1234, "KWD"), Read("1.234", "KWD", "en-US"));
    }

    [Fact]
    public void What_is_written_for_a_culture_is_read_back_in_it() => Prop.ForAll(Amounts, (Func<(long Minor, string Currency, string Culture), bool>)(amount =>
    {
        var (money, culture) = (new Money(amount.Minor, amount.Currency), CultureInfo.GetCultureInfo(amount.Culture));
        return Read(MoneyText.Format(money, culture), amount.Currency, amount.Culture) == money && Read(MoneyText.Digits(money, culture), amount.Currency, amount.Culture) == money;
    })).QuickCheckThrowOnFailure();

    private static Arbitrary<(long, string, string)> Amounts =>
        (from minor in Gen.Choose(0, int.MaxValue)
         from scale in Gen.Elements(1L, 97L, 1_000_003L)
         from currency in Gen.Elements("EUR", "USD", "CHF", "JPY", "KWD", "GBP", "SEK", "BRL")
         from culture in Gen.Elements(Cultures)
         select (minor * scale, currency, culture)).ToArbitrary();

    private static Money? Read(string text, string currency, string culture) =>
        MoneyText.TryParse(text, currency, CultureInfo.GetCultureInfo(culture), out var money) ? money : null;
}
