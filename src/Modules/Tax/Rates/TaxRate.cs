using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Tax.Rates;

/// <summary>What a country's tax is between two days, both included (UTC).</summary>
internal sealed class TaxRate
{
    public const string Standard = "standard";
    public const int Whole = 10_000;

    private TaxRate() { }

    /// <exception cref="Refusal"><c>tax.country_unknown</c>, <c>tax.rate_invalid</c>.</exception>
    public TaxRate(string country, DateOnly validFrom, int rateBasisPoints)
    {
        Country = Emporium.Country.IsKnown(country)
            ? country
            : throw Refusal.Invalid("tax.country_unknown", $"“{country}” is no country code of ISO 3166. Use two letters, such as PT.", "country");
        ValidFrom = validFrom;
        Correct(rateBasisPoints);
    }

    public string Country { get; private set; } = "";

    public string Category { get; private set; } = Standard;

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day; null while it holds until further notice.</summary>
    public DateOnly? ValidTo { get; private set; }

    public int RateBasisPoints { get; private set; }

    public string Rule => $"rate:{Country}:{Category}:{ValidFrom:yyyy-MM-dd}";

    public bool Holds(DateOnly on) => ValidFrom <= on && (ValidTo is not { } last || on <= last);

    public void Correct(int rateBasisPoints) => RateBasisPoints = rateBasisPoints is >= 0 and <= Whole
        ? rateBasisPoints
        : throw Refusal.Invalid("tax.rate_invalid", "A rate is between 0 and 100 percent.", "rate");

    public void EndAfter(DateOnly? lastDay) => ValidTo = lastDay;
}

internal sealed class TaxRateTable : IEntityTypeConfiguration<TaxRate>
{
    public void Configure(EntityTypeBuilder<TaxRate> builder)
    {
        builder.ToTable("tax_rates");
        builder.HasKey(r => new { r.Country, r.Category, r.ValidFrom });
        builder.Ignore(r => r.Rule);
    }
}
