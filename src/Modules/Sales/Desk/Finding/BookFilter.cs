using Emporium.Platform;
using Emporium.Platform.Lists;
using Emporium.Sales.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Sales.Desk.Finding;

/// <summary>Live orders or test orders, never both: the store's present mode, unless asked otherwise.</summary>
internal sealed class BookFilter : ListFilter<Order>
{
    private const string Name = "book";
    private static readonly ListField Asks = new ListField.Choice(Name, "Book", [new($"{Book.Live}", "Live orders"), new($"{Book.Test}", "Test orders")]);

    public override IReadOnlyList<string> Parameters => Asks.Parameters;

    public override ValueTask<ListField> Field(IServiceProvider scope, CancellationToken ct) => new(Asks);

    public override ValueTask<IQueryable<Order>> Apply(IQueryable<Order> rows, ListQuery asked, IServiceProvider scope, CancellationToken ct)
    {
        var book = asked[Name] is not { } word ? scope.GetRequiredService<StoreMode>().Book
            : Enum.TryParse<Book>(word, out var known) ? known
            : throw Refusal.Invalid("list.filter_invalid", "Choose live or test orders.", Name);
        return new(rows.Where(o => o.Book == book));
    }
}
