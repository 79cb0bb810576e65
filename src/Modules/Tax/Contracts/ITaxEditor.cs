namespace Emporium.Tax.Contracts;

/// <summary>Declares rates; the desk and the demo store use the same door.</summary>
public interface ITaxEditor
{
    /// <summary>
    /// Declares the standard rate of a country from a day on, in the current unit of work; the caller saves. The rate before it ends
    /// the day before. Declaring the same day again corrects that day's rate.
    /// </summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="rateBasisPoints">2,300 is 23 %; 0 to 10,000.</param>
    /// <exception cref="Refusal"><c>tax.country_unknown</c>, <c>tax.rate_invalid</c>, with the field at fault.</exception>
    Task Declare(string country, int rateBasisPoints, DateOnly validFrom, CancellationToken ct);

    /// <summary>Ends the country's rate after a day; later sales bear none until another is declared.</summary>
    /// <exception cref="Refusal"><c>rate.not_found</c>: no rate holds on that day.</exception>
    Task End(string country, DateOnly lastDay, CancellationToken ct);
}
