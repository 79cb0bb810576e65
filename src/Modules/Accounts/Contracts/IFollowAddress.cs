namespace Emporium.Accounts.Contracts;

/// <summary>Port: a module that wrote a customer's address down follows them to a new one.</summary>
public interface IFollowAddress
{
    /// <summary>Part of the caller's transaction.</summary>
    /// <param name="from">The address until now.</param>
    /// <param name="to">The one that the customer has proved to read.</param>
    Task Follow(CustomerId customer, string from, string to, CancellationToken ct);
}
