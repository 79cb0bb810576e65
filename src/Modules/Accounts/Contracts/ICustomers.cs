using System.Globalization;

namespace Emporium.Accounts.Contracts;

/// <summary>Buyers, known by their e-mail address. A guest who buys becomes one without noticing.</summary>
public interface ICustomers
{
    /// <summary>The customer of the address, added to the current unit of work where there is none yet. Two racing calls end as one customer: the loser's unit of work runs again.</summary>
    /// <exception cref="Refusal"><c>customer.email_invalid</c>.</exception>
    Task<CustomerId> Ensure(string email, string? name, CancellationToken ct);

    /// <summary>Null where there is none, or it was erased.</summary>
    Task<Customer?> Find(CustomerId id, CancellationToken ct);

    Task<Customer?> FindByEmail(string email, CancellationToken ct);
}

/// <param name="Email">As the buyer wrote it last; compared without case.</param>
/// <param name="Language">BCP 47, such as <c>de-DE</c>: how they read dates and amounts. Null where they chose nothing.</param>
/// <param name="PostalAddress">As it should stand on a receipt, in lines.</param>
public sealed record Customer(CustomerId Id, string Email, string? Name, string? Language = null, string? PostalAddress = null)
{
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language ?? "en-GB");
}
