using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>An attempt ended without money. The order waits on: the buyer may try again until it expires.</summary>
internal sealed class NoteFailedPayment(StoreDb db, IEvents events) : IReactTo<PaymentFailed>
{
    public async Task React(PaymentFailed fact, Occurrence at, CancellationToken ct)
    {
        if (await db.FindOrder(fact.Reference, ct) is not { } order) return;
        order.NoteDecline(at.At);
        events.Raise(order, new OrderPaymentFailed(order.Id, fact.Payment, $"{fact.Status}"));
    }
}
