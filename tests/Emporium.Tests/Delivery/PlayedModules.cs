using System.Collections.Concurrent;
using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Sales.Contracts;

namespace Emporium.Tests.Delivery;

/// <summary>What Delivery and Licensing ask of Accounts, Catalog and Sales, from memory.</summary>
public sealed class PlayedModules : ICustomers, IProductFiles, IOrders
{
    private readonly ConcurrentDictionary<CustomerId, Customer> customers = [];
    private readonly ConcurrentDictionary<OrderId, OrderSummary> orders = [];

    public ConcurrentDictionary<ProductFileId, ProductFile> Files { get; } = [];

    public CustomerId Customer(TimeProvider clock)
    {
        var id = CustomerId.New(clock);
        customers[id] = new Customer(id, $"{id}@example.com", null);
        return id;
    }

    public void Place(OrderPaid paid, DateTimeOffset at) => orders[paid.Order] = new OrderSummary(
        paid.Order, "1001", paid.Customer, OrderStatus.Paid, paid.Total, Money.Zero(paid.Total.Currency), at, at,
        [.. paid.Lines.Select(l => new OrderSummary.Line(l.Id, l.Product, "plain-dealing", "Plain Dealing", "ebook", 7, l.Quantity, paid.Total))]);

    public Task<CustomerId> Ensure(string email, string? name, CancellationToken ct) => throw new NotSupportedException();

    public Task<Customer?> Find(CustomerId id, CancellationToken ct) => Task.FromResult(customers.GetValueOrDefault(id));

    public Task<Customer?> FindByEmail(string email, CancellationToken ct) =>
        Task.FromResult(customers.Values.FirstOrDefault(c => c.Email.Equals(email, StringComparison.OrdinalIgnoreCase)));

    public Task<IReadOnlyList<ProductFile>> Of(IReadOnlyCollection<ProductId> products, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ProductFile>>([.. Files.Values.Where(f => products.Contains(f.Product))]);

    public Task<ProductFile?> Find(ProductFileId id, CancellationToken ct) => Task.FromResult(Files.GetValueOrDefault(id));

    public Task<OrderId?> Named(string text, CancellationToken ct) => Task.FromResult<OrderId?>(null);

    public Task<OrderSummary?> Find(OrderId id, CancellationToken ct) => Task.FromResult(orders.GetValueOrDefault(id));

    public Task<IReadOnlyList<OrderSummary>> Of(CustomerId customer, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<OrderSummary>>([.. orders.Values.Where(o => o.Customer == customer)]);
}
