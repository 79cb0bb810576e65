using System.Globalization;
using System.Text.Json.Serialization;

namespace Emporium;

/// <summary>
/// An amount in whole minor units (cents, yen) of an ISO 4217 currency. Arithmetic is checked: overflow and mixed
/// currencies throw, because both are bugs. How it looks to a person is the design system's business.
/// </summary>
public readonly record struct Money(long Minor, string Currency) : IComparable<Money>
{
    [JsonIgnore]
    public bool IsZero => Minor == 0;

    [JsonIgnore]
    public bool IsNegative => Minor < 0;

    public static Money Zero(string currency) => new(0, currency);

    public static Money operator +(Money a, Money b) => new(checked(a.Minor + Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a, Money b) => new(checked(a.Minor - Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    public static Money operator *(Money a, int quantity) => new(checked(a.Minor * quantity), a.Currency);

    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>A share of the amount, rounded once.</summary>
    /// <param name="basisPoints">Hundredths of a percent: 2,000 is 20 %.</param>
    /// <param name="rounding">The named rule; half away from zero is what tax offices and buyers expect.</param>
    public Money Share(int basisPoints, Rounding rounding = Rounding.HalfAwayFromZero) =>
        new(Divide((Int128)Minor * basisPoints, 10_000, rounding), Currency);

    /// <summary>
    /// Splits the amount by weight so that the parts sum to the whole: each part is rounded down, and the minor units left
    /// over go to the parts with the largest remainders, earlier ones first.
    /// </summary>
    /// <exception cref="ArgumentException">No weight is positive, or one is negative.</exception>
    public IReadOnlyList<Money> Allocate(params ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight >= 0 ? weight : throw new ArgumentException("A weight is negative.", nameof(weights));
        if (sum == 0) throw new ArgumentException("At least one weight must be positive.", nameof(weights));

        var parts = new long[weights.Length];
        var remainders = new (Int128 Remainder, int Index)[weights.Length];
        var left = Minor;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = (Int128)Minor * weights[i];
            parts[i] = (long)(exact / sum);
            remainders[i] = (Int128.Abs(exact % sum), i);
            left -= parts[i];
        }

        Array.Sort(remainders, static (a, b) => a.Remainder == b.Remainder ? a.Index.CompareTo(b.Index) : b.Remainder.CompareTo(a.Remainder));
        for (var i = 0; left != 0; i++, left -= Math.Sign(left)) parts[remainders[i].Index] += Math.Sign(left);

        var currency = Currency;
        return Array.ConvertAll(parts, minor => new Money(minor, currency));
    }

    /// <summary>Plain and culture-free, for logs and tests: <c>29.00 EUR</c>.</summary>
    public override string ToString()
    {
        var digits = Emporium.Currency.DigitsOf(Currency);
        var minor = Int128.Abs(Minor).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return $"{(Minor < 0 ? "-" : "")}{minor[..^digits]}{(digits == 0 ? "" : $".{minor[^digits..]}")} {Currency}";
    }

    private static Money Same(Money a, Money b) => string.Equals(a.Currency, b.Currency, StringComparison.Ordinal)
        ? b
        : throw new InvalidOperationException($"Cannot mix {a.Currency} with {b.Currency}.");

    private static long Divide(Int128 value, long divisor, Rounding rounding)
    {
        var (quotient, remainder) = Int128.DivRem(value, divisor);
        var twice = Int128.Abs(remainder) * 2;
        var up = rounding switch
        {
            Rounding.Down => false,
            Rounding.HalfEven => twice > divisor || (twice == divisor && Int128.IsOddInteger(quotient)),
            _ => twice >= divisor,
        };
        return checked((long)(up ? quotient + Int128.Sign(value) : quotient));
    }
}

/// <summary>How a fraction of a minor unit becomes a whole one.</summary>
public enum Rounding
{
    /// <summary>Commercial rounding: 0.5 goes away from zero.</summary>
    HalfAwayFromZero,

    /// <summary>Banker's rounding: 0.5 goes to the even neighbor.</summary>
    HalfEven,

    /// <summary>Toward zero.</summary>
    Down,
}
