using FsCheck;
using FsCheck.Fluent;

namespace Emporium.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Gen<List<long>> Weights = Gen.Choose(0, 1_000).Select(w => (long)w).NonEmptyListOf().Select(w => w.ToList()).Where(w => w.Sum() > 0);

    [Fact]
    public void Mixing_currencies_is_a_bug()
    {
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "USD"));
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") < new Money(1, "USD"));
    }

    [Fact]
    public void An_amount_that_does_not_fit_is_a_bug_and_not_a_wrong_amount()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "EUR") + new Money(1, "EUR"));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "EUR") * 2);
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue, "EUR"));
    }

    [Theory]
    [InlineData(1_000, 1_900, 190)]
    [InlineData(25, 1_000, 3)]
    [InlineData(-25, 1_000, -3)]
    [InlineData(24, 1_000, 2)]
    [InlineData(long.MaxValue, 10_000, long.MaxValue)]
    public void A_share_is_rounded_once_half_away_from_zero(long minor, int basisPoints, long share) =>
        Assert.Equal(share, new Money(minor, "EUR").Share(basisPoints).Minor);

    [Theory]
    [InlineData(5, Rounding.HalfAwayFromZero, 3)]
    [InlineData(5, Rounding.HalfEven, 2)]
    [InlineData(7, Rounding.HalfEven, 4)]
    [InlineData(5, Rounding.Down, 2)]
    [InlineData(-5, Rounding.Down, -2)]
    public void The_rule_of_rounding_has_a_name(long minor, Rounding rule, long half) => Assert.Equal(half, new Money(minor, "EUR").Share(5_000, rule).Minor);

    [Fact]
    public void The_parts_of_an_allocation_sum_to_the_whole() => Prop.ForAll(
        ArbMap.Default.ArbFor<long>(), Weights.ToArbitrary(),
        (minor, weights) => new Money(minor, "EUR").Allocate([.. weights]).Sum(part => (decimal)part.Minor) == minor).QuickCheckThrowOnFailure();

    [Fact]
    public void No_part_is_a_whole_minor_unit_away_from_its_fair_share() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), Weights.ToArbitrary(),
        (minor, weights) => new Money(minor, "EUR").Allocate([.. weights]).Zip(weights)
            .All(pair => Math.Abs(pair.First.Minor - ((decimal)minor * pair.Second / weights.Sum())) < 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_over_goes_to_the_largest_remainder_and_then_to_the_first() =>
        Assert.Equal([34, 33, 33], new Money(100, "EUR").Allocate(1, 1, 1).Select(m => m.Minor));

    [Fact]
    public void Weights_that_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Money(100, "EUR").Allocate(0, 0));
        Assert.Throws<ArgumentException>(() => new Money(100, "EUR").Allocate(2, -1));
    }

    [Theory]
    [InlineData(2_900, "EUR", "29.00 EUR")]
    [InlineData(-150, "EUR", "-1.50 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(1_900, "JPY", "1900 JPY")]
    [InlineData(1_005, "KWD", "1.005 KWD")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08 EUR")]
    public void It_is_written_with_the_digits_of_its_currency(long minor, string currency, string text) => Assert.Equal(text, new Money(minor, currency).ToString());
}
