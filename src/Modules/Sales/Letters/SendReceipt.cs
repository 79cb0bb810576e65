using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Letters;

/// <summary>Sends the receipt as soon as an order is paid.</summary>
internal sealed class SendReceipt(OrderLetters letters) : IReactTo<OrderPaid>
{
    public Task React(OrderPaid fact, Occurrence at, CancellationToken ct) => letters.Receipt(fact.Order, null, ct);
}
