namespace Emporium.Accounts.Contracts;

/// <summary>Port: what another module knows of a customer's life with the store. The desk's page about the customer merges every source.</summary>
public interface ICustomerHistory
{
    /// <summary>The latest 50, in any order.</summary>
    Task<IReadOnlyList<CustomerMoment>> About(CustomerId customer, CancellationToken ct);
}

/// <param name="Tone"><c>neutral</c>, <c>good</c>, <c>warning</c> or <c>bad</c>.</param>
/// <param name="Href">Where the desk shows more of it.</param>
public sealed record CustomerMoment(DateTimeOffset At, string Title, string? Detail = null, string Tone = "neutral", string? Href = null);
