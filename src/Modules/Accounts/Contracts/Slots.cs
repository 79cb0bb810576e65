namespace Emporium.Accounts.Contracts;

/// <summary>Slot on the first page of a customer's account: what other modules know that matters to them.</summary>
public sealed record AccountPanel(Customer Customer);

/// <summary>Slot on the desk's page about a customer: what they bought, may have and hold.</summary>
public sealed record CustomerPanel(CustomerId Customer);

/// <summary>A line in the menu of a customer's account.</summary>
/// <param name="Icon">A name of the design system's icons.</param>
public sealed record AccountEntry(string Text, string Href, string Icon, int Rank);
