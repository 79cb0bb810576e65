using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;

namespace Emporium.Sales.Settlement;

/// <summary>
/// Money came. The right amount for a waiting order makes it paid and turns the buyer's receipt into revenue and tax. Any other
/// money (late, twice, too little, too much) stays the buyer's and goes back whole.
/// </summary>
internal sealed class SettlePayment(StoreDb db, ILedger ledger, IPayments payments, IEvents events, TimeProvider clock) : IReactTo<PaymentCaptured>
{
    /// <summary>How the keys of refunds begin that return money which no order could take.</summary>
    public const string Surplus = "surplus:";

    public async Task React(PaymentCaptured fact, Occurrence at, CancellationToken ct)
    {
        if (await db.FindOrder(fact.Reference, ct) is not { } order) return;
        if (ReasonAgainst(order, fact.Amount) is { } reason) await Return(order, fact, reason, ct);
        else Settle(order);
    }

    private static string? ReasonAgainst(Order order, Money amount) => order.Status switch
    {
        OrderStatus.Placed => amount == order.Total ? null : "amount",
        OrderStatus.Canceled => "late",
        _ => "double",
    };

    private void Settle(Order order)
    {
        var now = clock.Now;
        order.MarkPaid(now);
        if (OrderBooks.Earned(order, now) is { } entry) ledger.Post(entry);
        events.TellPaid(order);
    }

    private async Task Return(Order order, PaymentCaptured fact, string reason, CancellationToken ct)
    {
        events.Raise(order, new OrderMoneyReturned(order.Id, fact.Payment, fact.Amount, reason));
        await payments.RequestRefund(order.Subject, fact.Amount, $"{Surplus}{fact.Payment}", $"{reason} payment", ct);
    }
}
