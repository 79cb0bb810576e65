using System.Globalization;
using Emporium.Legal.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Checkout;

/// <summary>What a buyer accepts by ordering.</summary>
internal sealed record AcceptedTerms(LegalText Sale, LegalText Refunds)
{
    /// <summary>Both versions in a word, for a form: <c>3.1</c>.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Sale.Version}.{Refunds.Version}");

    /// <summary>Since when both have been as they are.</summary>
    public string Day => (Sale.Since > Refunds.Since ? Sale.Since : Refunds.Since).UtcDateTime.ToString("d MMMM yyyy", Words.English);

    public static async ValueTask<AcceptedTerms> InForce(ILegalTexts texts, CancellationToken ct) =>
        new(await texts.Current(LegalPage.Terms, ct), await texts.Current(LegalPage.Refunds, ct));

    /// <param name="shown">The mark of what the buyer saw; null for a program, which accepts what is in force.</param>
    /// <exception cref="Refusal"><c>checkout.terms_changed</c>.</exception>
    public AcceptedTerms Demand(string? shown) => shown is null || shown == Mark
        ? this
        : throw Refusal.Conflict("checkout.terms_changed", "The terms of sale or the refund policy changed while you were here. Nothing was charged; read them again and confirm.");
}
