namespace Emporium.Sales.Orders;

/// <summary>Who buys, as they said it at checkout.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null where no tax depends on it.</param>
internal sealed record Buyer(string Email, string? Name, string? Country);
