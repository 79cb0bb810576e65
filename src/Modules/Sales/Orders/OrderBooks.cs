using System.Globalization;
using Emporium.Ledger.Contracts;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Orders;

/// <summary>
/// What an order's life means for the books. Paid: the buyer's receipt becomes the sellers' revenue and the state's tax. Refunded:
/// the same way back, before the money leaves.
/// </summary>
internal static class OrderBooks
{
    /// <summary>Null for a free order: nothing moved.</summary>
    public static JournalEntry? Earned(Order order, DateTimeOffset at) =>
        Entry(order, "order.paid", order.Id.ToString(), at, order.Lines.Select(l => (l, l.Net.Minor, l.Tax.Minor)), sign: -1);

    /// <summary>What was earned is the buyer's again.</summary>
    public static JournalEntry? GivenBack(Order order, OrderRefund refund, DateTimeOffset at) =>
        Entry(order, "refund.requested", refund.Id.ToString(), at, PartsOf(order, refund), sign: 1);

    /// <summary>The money could not leave: it is earned again.</summary>
    public static JournalEntry? Kept(Order order, OrderRefund refund, DateTimeOffset at) =>
        Entry(order, "refund.reversed", refund.Id.ToString(), at, PartsOf(order, refund), sign: -1);

    /// <summary>A lost dispute takes what was earned.</summary>
    public static JournalEntry? ChargedBack(Order order, OrderRefund taken, DateTimeOffset at) =>
        Entry(order, "order.charged_back", taken.Id.ToString(), at, PartsOf(order, taken), sign: 1);

    private static IEnumerable<(OrderLine Line, long Net, long Tax)> PartsOf(Order order, OrderRefund refund) =>
        refund.Parts.Join(order.Lines, p => p.LineId, l => l.Id, (p, l) => (l, p.NetMinor, p.TaxMinor));

    private static JournalEntry? Entry(Order order, string kind, string cause, DateTimeOffset at, IEnumerable<(OrderLine Line, long Net, long Tax)> parts, int sign)
    {
        var all = parts.ToList();
        var currency = order.Total.Currency;
        var earned = all.GroupBy(p => p.Line.SellerId).Select(g => new JournalLine(Account.Revenue(g.Key.ToString()), new Money(sign * g.Sum(p => p.Net), currency)));
        var tax = new JournalLine(Account.TaxPayable(order.Country ?? "none"), new Money(sign * all.Sum(p => p.Tax), currency));
        var receipts = new JournalLine(Account.BuyersReceipts(order.Subject), new Money(-sign * all.Sum(p => p.Net + p.Tax), currency));

        List<JournalLine> lines = [.. earned.Append(tax).Append(receipts).Where(l => !l.Amount.IsZero)];
        return lines.Count == 0 ? null : new JournalEntry(order.Book, kind, order.Subject, string.Create(CultureInfo.InvariantCulture, $"{kind}:{cause}"), at, lines);
    }
}
