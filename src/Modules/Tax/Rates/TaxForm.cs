namespace Emporium.Tax.Rates;

/// <summary>A rate as somebody typed it.</summary>
/// <param name="Rate">In percent.</param>
/// <param name="ValidFrom">As <c>yyyy-MM-dd</c>.</param>
public sealed record TaxForm(string Country, string Rate, string ValidFrom);
