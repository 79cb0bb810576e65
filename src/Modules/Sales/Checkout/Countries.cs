namespace Emporium.Sales.Checkout;

/// <summary>Where a buyer says that they are.</summary>
internal static class Countries
{
    /// <summary>By English name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All => Country.All;

    public static string NameOf(string code) => Country.NameOf(code);

    /// <summary>The code as ISO writes it; null for none.</summary>
    /// <exception cref="Refusal"><c>checkout.country_unknown</c>.</exception>
    public static string? Get(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        var known = code.Trim().ToUpperInvariant();
        return Country.IsKnown(known)
            ? known
            : throw Refusal.Invalid("checkout.country_unknown", "This is no country's code. Take one of ISO 3166-1, such as PT.", "country");
    }
}
