using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Platform.Events;

namespace Emporium.Delivery.Contracts;

/// <summary>A customer may have a product.</summary>
/// <param name="Source">What gave it: <c>lin_…</c> for an order line; later a subscription, a gift, an import.</param>
[Fact("entitlement.granted", 1)]
public sealed record EntitlementGranted(EntitlementId Entitlement, CustomerId Customer, ProductId Product, string Source) : IFact;

/// <summary>They may not for now: something has to be decided first.</summary>
[Fact("entitlement.suspended", 1)]
public sealed record EntitlementSuspended(EntitlementId Entitlement, string Reason) : IFact;

/// <summary>They may no longer.</summary>
[Fact("entitlement.revoked", 1)]
public sealed record EntitlementRevoked(EntitlementId Entitlement, string Reason) : IFact;

/// <summary>A suspended or revoked entitlement is open again.</summary>
[Fact("entitlement.restored", 1)]
public sealed record EntitlementRestored(EntitlementId Entitlement) : IFact;
