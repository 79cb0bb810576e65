using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Licensing.Contracts;

/// <summary>A key was made for a piece that was bought. The key itself is not in the fact.</summary>
[Fact("license.issued", 1)]
public sealed record LicenseIssued(LicenseId License, ProductId Product, CustomerId Customer, OrderLineId Line) : IFact;

/// <summary>The key is not valid for now.</summary>
[Fact("license.suspended", 1)]
public sealed record LicenseSuspended(LicenseId License, string Reason) : IFact;

/// <summary>The key is no longer valid.</summary>
[Fact("license.revoked", 1)]
public sealed record LicenseRevoked(LicenseId License, string Reason) : IFact;

/// <summary>A suspended or revoked key is valid again.</summary>
[Fact("license.restored", 1)]
public sealed record LicenseRestored(LicenseId License) : IFact;
