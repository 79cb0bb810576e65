using System.Linq.Expressions;
using Emporium.Accounts.Contracts;
using Emporium.Delivery.Entitlements;
using Emporium.Sales.Contracts;

namespace Emporium.Delivery.Library;

/// <summary>What a link opens: the whole library of a customer (who reads that mailbox), or what came with one order (who placed it).</summary>
internal sealed record LibraryKey
{
    public LibraryKey(CustomerId customer) => Customer = customer;

    public LibraryKey(OrderId order) => Order = order;

    public CustomerId? Customer { get; }

    public OrderId? Order { get; }

    public Expression<Func<Entitlement, bool>> Opens => (Customer, Order) switch
    {
        ({ } customer, _) => e => e.CustomerId == customer,
        (_, { } order) => e => e.OrderId == order,
        _ => e => false,
    };
}
