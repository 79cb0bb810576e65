using Emporium.Payments.Gateways.Stripe;

namespace Emporium.Tests.Payments.Stripe;

public sealed class StripeAmountsTests
{
    [Theory]
    [InlineData("EUR", 2900, 2900)]
    [InlineData("USD", 50, 50)]
    [InlineData("JPY", 500, 500)]
    [InlineData("XAF", 500, 500)]
    [InlineData("ISK", 5, 500)]
    [InlineData("UGX", 5, 500)]
    [InlineData("MGA", 500, 5)]
    [InlineData("HUF", 17500, 17500)]
    [InlineData("TWD", 80045, 80045)]
    [InlineData("KWD", 5120, 5120)]
    [InlineData("BHD", 10, 10)]
    public void Stripe_counts_some_currencies_otherwise_than_ISO(string currency, long minor, long wire)
    {
        Assert.Equal(wire, StripeAmounts.ToWire(new Money(minor, currency)));
        Assert.Equal(new Money(minor, currency), StripeAmounts.FromWire(wire, currency.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("KWD", 5124)]
    [InlineData("TND", 1)]
    [InlineData("MGA", 50)]
    public void What_Stripe_cannot_carry_is_not_rounded(string currency, long minor) =>
        Assert.Throws<InvalidOperationException>(() => StripeAmounts.ToWire(new Money(minor, currency)));

    [Theory]
    [InlineData("EUR", 50)]
    [InlineData("GBP", 30)]
    [InlineData("JPY", 50)]
    [InlineData("HUF", 17_500)]
    [InlineData("KWD", 10)]
    [InlineData("ISK", 1)]
    [InlineData("MGA", 100)]
    public void The_least_amount_is_Stripes_in_our_units(string currency, long least) => Assert.Equal(least, StripeAmounts.Limits[currency].Least);

    [Fact]
    public void The_most_has_eight_digits_at_Stripe()
    {
        Assert.Equal(99_999_999, StripeAmounts.Limits["EUR"].Most);
        Assert.Equal(999_999, StripeAmounts.Limits["ISK"].Most);
        Assert.Equal(99_999_990, StripeAmounts.Limits["KWD"].Most);
    }

    [Fact]
    public void Every_amount_within_the_limits_survives_the_way_there_and_back()
    {
        foreach (var (currency, limits) in StripeAmounts.Limits)
            foreach (var minor in new[] { limits.Least, limits.Most })
            {
                var money = new Money(minor / limits.Step * limits.Step, currency);
                Assert.Equal(money, StripeAmounts.FromWire(StripeAmounts.ToWire(money), currency));
            }
    }

    [Fact]
    public void Every_currency_taken_is_one_of_ours() => Assert.All(StripeAmounts.Limits.Keys, code => Assert.True(Currency.IsKnown(code), code));
}
