namespace Emporium.Accounts.Contracts;

/// <summary>Who is behind the ids of a list, looked up for a whole page at once.</summary>
public interface ICustomerNames
{
    /// <returns>The e-mail address of each; those who were erased are missing.</returns>
    Task<IReadOnlyDictionary<CustomerId, string>> Emails(IReadOnlyCollection<CustomerId> customers, CancellationToken ct);
}
