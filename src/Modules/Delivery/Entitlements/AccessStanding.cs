using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Entitlements;

/// <summary>Where an order stands with its entitlements.</summary>
internal sealed class AccessStanding : OrderStanding;

internal sealed class AccessStandingTable() : OrderStandingTable<AccessStanding>("delivery_order_standings");
