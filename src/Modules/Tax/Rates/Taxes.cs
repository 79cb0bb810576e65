using Emporium.Platform.Data;
using Emporium.Tax.Contracts;

namespace Emporium.Tax.Rates;

/// <inheritdoc cref="ITaxes"/>
internal sealed class Taxes(StoreDb db, RateTable table) : ITaxes
{
    private const string NoRule = "none";

    public async Task<IReadOnlyList<TaxLine>> Quote(string? country, IReadOnlyList<Money> amounts, DateOnly on, CancellationToken ct)
    {
        var rates = country is null ? null : (await table.Read(db, ct)).GetValueOrDefault(country);
        var rate = Array.Find(rates ?? [], r => r.Holds(on));
        return [.. amounts.Select(amount => Line(country, amount, rate))];
    }

    public async Task<IReadOnlyList<string>> Countries(CancellationToken ct) => [.. (await table.Read(db, ct)).Keys.Order(StringComparer.Ordinal)];

    private static TaxLine Line(string? country, Money amount, TaxRate? rate)
    {
        if (rate is null) return new(country, 0, amount, Money.Zero(amount.Currency), NoRule);
        var (net, tax) = IncludedTax.Split(amount, rate.RateBasisPoints);
        return new(country, rate.RateBasisPoints, net, tax, rate.Rule);
    }
}
