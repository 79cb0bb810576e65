using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Proof;

/// <summary>
/// Checks that orders and books agree. <see cref="Check"/> asks the database for sums and for the rows that break a rule, so a
/// million orders cost a few scans and no memory; <see cref="CheckEach"/> looks at every order with its journal and its payments.
/// Both expect a quiet store: money whose facts are still on their way is reported.
/// </summary>
internal sealed class SalesProof(StoreDb db, ILedger ledger, IPayments payments)
{
    private const int Shown = 10;
    private const int Chunk = 500;

    /// <returns>A sentence for each thing that is wrong; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> Check(Book book, CancellationToken ct) =>
    [
        .. await EarningsAgree(book, ct),
        .. await ReceiptsAgree(book, ct),
        .. await Broken("lines do not sum to the total", Orders(book).Where(o => o.Lines.Sum(l => l.Total.Minor) != o.Total.Minor), ct),
        .. await Broken("a line's rows do not sum to it", Orders(book).Where(o => o.Lines.Any(l => l.Adjustments.Sum(a => a.Amount.Minor) != l.Total.Minor)), ct),
        .. await Broken("refunds do not sum to what is noted", Orders(book).Where(o => o.Refunds.Where(r => r.Status != OrderRefundStatus.Failed).Sum(r => r.Amount.Minor) != o.RefundedMinor), ct),
        .. await Broken("a refund's parts do not sum to it", Orders(book).Where(o => o.Refunds.Any(r => r.Parts.Sum(p => p.NetMinor + p.TaxMinor) != r.Amount.Minor)), ct),
        .. await Broken("more went back than was paid", Orders(book).Where(o => o.RefundedMinor < 0 || o.RefundedMinor > o.Total.Minor), ct),
        .. await Broken("state and payment date disagree", Orders(book).Where(o => (o.Status == OrderStatus.Placed || o.Status == OrderStatus.Canceled) != (o.PaidAt == null)), ct),
    ];

    /// <summary>Each order by itself: exactly one captured payment where one is due, nothing left in its receipts, earned what it shows.</summary>
    public async Task<IReadOnlyList<string>> CheckEach(Book book, CancellationToken ct)
    {
        List<string> wrong = [];
        OrderId? after = null;
        while (await Next(book, after, ct) is { Count: > 0 } orders)
        {
            foreach (var order in orders) wrong.AddRange(await CheckOne(order, ct));
            after = orders[^1].Id;
        }
        return wrong;
    }

    private async Task<List<string>> EarningsAgree(Book book, CancellationToken ct)
    {
        var shown = await Orders(book).Where(o => o.PaidAt != null).GroupBy(o => o.Total.Currency)
            .Select(g => new { Currency = g.Key, Minor = g.Sum(o => o.Total.Minor - o.RefundedMinor) }).ToDictionaryAsync(g => g.Currency, g => g.Minor, ct);
        return Compare("earned and owed in tax", shown, await Credits(book, ["revenue", "tax_payable"], ct));
    }

    private async Task<List<string>> ReceiptsAgree(Book book, CancellationToken ct)
    {
        var waiting = await Orders(book).SelectMany(o => o.Refunds).Where(r => r.Status == OrderRefundStatus.Requested).GroupBy(r => r.Amount.Currency)
            .Select(g => new { Currency = g.Key, Minor = g.Sum(r => r.Amount.Minor) }).ToDictionaryAsync(g => g.Currency, g => g.Minor, ct);
        return Compare("on its way back to buyers", waiting, await Credits(book, ["buyers_receipts"], ct));
    }

    private async Task<Dictionary<string, long>> Credits(Book book, string[] codes, CancellationToken ct) => (await ledger.TrialBalance(book, ct))
        .Where(l => codes.Contains(l.Code))
        .GroupBy(l => l.Credits.Currency)
        .ToDictionary(g => g.Key, g => g.Sum(l => long.Abs(l.Credits.Minor) - l.Debits.Minor));

    private static List<string> Compare(string what, Dictionary<string, long> orders, Dictionary<string, long> books) =>
        [.. orders.Keys.Union(books.Keys).Where(c => orders.GetValueOrDefault(c) != books.GetValueOrDefault(c))
            .Select(c => $"{what}: orders say {new Money(orders.GetValueOrDefault(c), c)}, the books say {new Money(books.GetValueOrDefault(c), c)}.")];

    private static async Task<List<string>> Broken(string rule, IQueryable<Order> breaking, CancellationToken ct) =>
        [.. (await breaking.OrderBy(o => o.Id).Take(Shown).Select(o => o.Number).ToListAsync(ct)).Select(number => $"{number}: {rule}.")];

    private Task<List<Order>> Next(Book book, OrderId? after, CancellationToken ct)
    {
        var orders = Orders(book);
        if (after is { } last) orders = orders.Where(o => o.Id > last);
        return orders.OrderBy(o => o.Id).Take(Chunk).ToListAsync(ct);
    }

    private async Task<List<string>> CheckOne(Order order, CancellationToken ct)
    {
        List<string> wrong = [];
        var journal = (await ledger.About(order.Subject, ct)).SelectMany(e => e.Lines).ToList();
        var receipts = journal.Where(l => l.Account.Code == "buyers_receipts").Sum(l => l.Amount.Minor);
        var earned = -journal.Where(l => l.Account.Code is "revenue" or "tax_payable").Sum(l => l.Amount.Minor);
        var kept = (await payments.For(order.Subject, ct)).Where(p => p.Status is PaymentStatus.Captured && p.Refunded < p.Amount).ToList();
        var due = order.PaidAt is null ? 0 : order.Total.Minor - order.RefundedMinor;

        if (receipts != 0) wrong.Add($"{order.Number}: {new Money(-receipts, order.Total.Currency)} lie in buyers' receipts.");
        if (earned != due) wrong.Add($"{order.Number}: {new Money(earned, order.Total.Currency)} earned instead of {new Money(due, order.Total.Currency)}.");
        if (order.Status is not OrderStatus.ChargedBack && kept.Count != (due > 0 ? 1 : 0)) wrong.Add($"{order.Number}: {kept.Count} payments kept.");
        return wrong;
    }

    private IQueryable<Order> Orders(Book book) => db.Set<Order>().AsNoTracking().Where(o => o.Book == book);
}
