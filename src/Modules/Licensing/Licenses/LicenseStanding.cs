using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Licenses;

/// <summary>Where an order stands with its license keys.</summary>
internal sealed class LicenseStanding : OrderStanding;

internal sealed class LicenseStandingTable() : OrderStandingTable<LicenseStanding>("licensing_order_standings");
