using Emporium.Accounts.Contracts;
using Emporium.Sales.Contracts;

namespace Emporium.Torture.Buyers;

/// <summary>An order that waits for money.</summary>
/// <param name="Token">The buyer's key to it.</param>
/// <param name="PayUrl">The bank's page.</param>
internal sealed record Bill(OrderId Order, CustomerId Customer, string Token, long Cents, string PayUrl);
