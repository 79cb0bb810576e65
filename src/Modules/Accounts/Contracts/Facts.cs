using Emporium.Platform.Events;

namespace Emporium.Accounts.Contracts;

/// <summary>A person confirmed from their mailbox that they agree.</summary>
/// <param name="Purpose">To what: <c>newsletter</c>.</param>
[Fact("consent.given", 1)]
public sealed record ConsentGiven(ConsentId Consent, string Purpose) : IFact;

/// <summary>They agree no longer.</summary>
[Fact("consent.withdrawn", 1)]
public sealed record ConsentWithdrawn(ConsentId Consent, string Purpose) : IFact;

/// <summary>A customer asked what the store knows of them, or the staff asked for them.</summary>
[Fact("customer.export_requested", 1)]
public sealed record CustomerExportRequested(CustomerId Customer, DataExportId Export) : IFact;

/// <summary>Nothing personal is kept of the customer any more. Whoever copied it has to forget it too.</summary>
[Fact("customer.erased", 1)]
public sealed record CustomerErased(CustomerId Customer, ErasureId Erasure) : IFact;
