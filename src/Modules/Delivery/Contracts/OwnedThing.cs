using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Contracts;

/// <summary>Something a customer bought, with what they can download of it.</summary>
/// <param name="Line">The order line it comes from; null for what was not ordered.</param>
/// <param name="ClosedBecause">Null while access is open; otherwise why it rests or ended.</param>
/// <param name="IsOver">Access ended for good: there is nothing to download any more.</param>
public sealed record OwnedThing(
    EntitlementId Entitlement, CustomerId Customer, ProductId Product, OrderId? Order, OrderLineId? Line,
    string Title, string Kind, int CoverSeed, int Quantity, DateTimeOffset GrantedAt, string? ClosedBecause, bool IsOver, IReadOnlyList<OwnedFile> Files);
