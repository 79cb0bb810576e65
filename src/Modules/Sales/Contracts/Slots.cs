using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;

namespace Emporium.Sales.Contracts;

/// <summary>Slot at the top of the desk's home: what a merchant has to see before the figures.</summary>
public sealed record DeskHome(Book Book);

/// <summary>Slot on the desk's order page: panels that other modules add (payments made, access granted, keys issued).</summary>
public sealed record OrderPanel(OrderId Order, CustomerId Customer, Book Book);

/// <summary>Slot on the thank-you page of a paid order: the thing itself, first.</summary>
public sealed record PaidOrderPanel(OrderId Order, CustomerId Customer);

/// <summary>Slot below one owned thing in the library: license keys and whatever else belongs to one line.</summary>
public sealed record OwnedLinePanel(OrderLineId Line, ProductId Product, CustomerId Customer);
