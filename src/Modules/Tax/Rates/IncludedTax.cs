namespace Emporium.Tax.Rates;

/// <summary>Takes apart a price that includes its tax.</summary>
internal static class IncludedTax
{
    /// <summary>The amount without tax: rounded once, half away from zero; the tax is what is left, so that both sum to the price.</summary>
    public static (Money Base, Money Tax) Split(Money gross, int rateBasisPoints)
    {
        var divisor = (Int128)TaxRate.Whole + rateBasisPoints;
        var (quotient, remainder) = Int128.DivRem((Int128)gross.Minor * TaxRate.Whole, divisor);
        var isHalfOrMore = Int128.Abs(remainder) * 2 >= divisor;
        var net = new Money((long)(isHalfOrMore ? quotient + Math.Sign(gross.Minor) : quotient), gross.Currency);
        return (net, gross - net);
    }
}
