using Emporium.Platform.Events;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Letters;

/// <summary>Tells the buyer that money is on its way back.</summary>
internal sealed class SendRefundLetter(OrderLetters letters) : IReactTo<OrderRefunded>
{
    public Task React(OrderRefunded fact, Occurrence at, CancellationToken ct) => letters.Refund(fact.Order, at.Id.ToString(), fact.Amount, fact.IsFull, ct);
}
