namespace Emporium.Tax.Contracts;

/// <summary>What tax a sale bears.</summary>
public interface ITaxes
{
    /// <summary>The tax inside or on top of each amount, in the order given.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, where the buyer is; null while unknown: then no tax is stated.</param>
    /// <param name="on">The day whose rates hold (UTC).</param>
    Task<IReadOnlyList<TaxLine>> Quote(string? country, IReadOnlyList<Money> amounts, DateOnly on, CancellationToken ct);

    /// <summary>The countries with a declared rate, by code.</summary>
    Task<IReadOnlyList<string>> Countries(CancellationToken ct);
}

/// <summary>The tax of one amount, and why.</summary>
/// <param name="RateBasisPoints">2,300 is 23 %.</param>
/// <param name="Base">The amount without tax.</param>
/// <param name="Amount">The tax; base + amount is what the buyer pays. Rounded half away from zero, once.</param>
/// <param name="Rule">The rule that decided, for the invoice and the audit: <c>rate:PT:standard:2011-01-01</c>, or <c>none</c>.</param>
public sealed record TaxLine(string? Country, int RateBasisPoints, Money Base, Money Amount, string Rule);
