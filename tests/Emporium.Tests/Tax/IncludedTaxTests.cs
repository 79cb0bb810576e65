using Emporium.Tax.Rates;
using FsCheck;
using FsCheck.Fluent;

namespace Emporium.Tests.Tax;

public sealed class IncludedTaxTests
{
    [Fact]
    public void Base_and_tax_sum_to_the_price_for_every_amount_and_rate() => Check.QuickThrowOnFailure(Prop.ForAll(
        Amounts, Rates, (minor, rate) =>
        {
            var gross = new Money(minor, "EUR");
            var (net, tax) = IncludedTax.Split(gross, rate);
            return net + tax == gross && Math.Abs((decimal)net.Minor - (minor * 10_000m / (10_000 + rate))) <= 0.5m;
        }));

    [Fact]
    public void The_tax_of_a_refund_mirrors_the_tax_of_the_sale() => Check.QuickThrowOnFailure(Prop.ForAll(
        Amounts, Rates, (minor, rate) => IncludedTax.Split(new(-minor, "EUR"), rate).Tax == -IncludedTax.Split(new(minor, "EUR"), rate).Tax));

    [Theory]
    [InlineData(2_900, 2_300, 2_358, 542)]
    [InlineData(2_900, 0, 2_900, 0)]
    [InlineData(1, 10_000, 1, 0)]
    [InlineData(3, 10_000, 2, 1)]
    [InlineData(0, 1_900, 0, 0)]
    public void Half_a_cent_goes_away_from_zero(long gross, int rate, long net, long tax) =>
        Assert.Equal((new Money(net, "EUR"), new Money(tax, "EUR")), IncludedTax.Split(new(gross, "EUR"), rate));

    private static Arbitrary<long> Amounts =>
        (from millions in Gen.Choose(-int.MaxValue, int.MaxValue) from rest in Gen.Choose(0, 999_999) from isSmall in Gen.Choose(0, 1)
         select isSmall == 1 ? rest : (millions * 1_000_000L) + rest).ToArbitrary();

    private static Arbitrary<int> Rates => Gen.Choose(0, 10_000).ToArbitrary();
}
