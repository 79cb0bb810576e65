using Emporium.Accounts.Contracts;
using Emporium.Legal.Contracts;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Letters;

/// <summary>Writes letters about orders into the current unit of work; each goes out once, by its key.</summary>
internal sealed class OrderLetters(
    StoreDb db, IMail mail, LetterPress press, ISettings settings, OrderLinks links, ICustomers customers, ILegalTexts texts, StoreAddress address)
{
    /// <param name="again">What makes another copy of the receipt unique; null for the first.</param>
    /// <returns>False for a buyer who was erased: nobody is left to write to.</returns>
    public async Task<bool> Receipt(OrderId id, string? again, CancellationToken ct)
    {
        if (await Write(id, ct) is not var (order, letter)) return false;
        var html = await press.Set<ReceiptLetter>(new Dictionary<string, object?> { [nameof(ReceiptLetter.Letter)] = letter });
        await mail.Post(new Letter("order.receipt", order.Subject, $"order.receipt:{id}{again}", order.BuyerEmail,
            $"Your receipt for order {order.Number}", html, ReceiptLetter.TextOf(letter)), ct);
        return true;
    }

    /// <summary>The way to what was bought, for a buyer who lost it.</summary>
    /// <param name="again">What makes this letter unique.</param>
    /// <inheritdoc cref="Receipt"/>
    public async Task<bool> Library(OrderId id, string again, CancellationToken ct)
    {
        if (await Write(id, ct) is not var (order, letter)) return false;
        var html = await press.Set<LibraryLetter>(new Dictionary<string, object?> { [nameof(LibraryLetter.Letter)] = letter });
        await mail.Post(new Letter("order.library", order.Subject, $"order.library:{id}{again}", order.BuyerEmail,
            $"Your library, order {order.Number}", html, LibraryLetter.TextOf(letter)), ct);
        return true;
    }

    /// <param name="key">What makes this refund's letter unique.</param>
    /// <inheritdoc cref="Receipt"/>
    public async Task<bool> Refund(OrderId id, string key, Money amount, bool isFull, CancellationToken ct)
    {
        if (await Write(id, ct) is not var (order, letter)) return false;
        var html = await press.Set<RefundLetter>(new Dictionary<string, object?>
        {
            [nameof(RefundLetter.Letter)] = letter, [nameof(RefundLetter.Amount)] = amount, [nameof(RefundLetter.IsFull)] = isFull,
        });
        await mail.Post(new Letter("order.refund", order.Subject, $"order.refund:{key}", order.BuyerEmail,
            $"Your refund for order {order.Number}", html, RefundLetter.TextOf(letter, amount, isFull)), ct);
        return true;
    }

    /// <summary>Null for a buyer who was erased: nobody is left to write to.</summary>
    private async Task<(Order Order, OrderLetter Letter)?> Write(OrderId id, CancellationToken ct)
    {
        var order = await db.Set<Order>().AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == id, ct);
        if (order.BuyerEmail == BuyerRecords.Erased) return null;
        var store = await settings.Get<StoreProfile>(ct);
        var culture = (await customers.Find(order.CustomerId, ct))?.Culture ?? Words.English;
        var tax = order.Lines.Aggregate(Money.Zero(order.Total.Currency), (sum, line) => sum + line.Tax);
        return (order, new OrderLetter(
            store.Name, store.SupportEmail, order.Number, order.BuyerName, order.PaidAt ?? order.PlacedAt,
            [.. order.Lines.OrderBy(l => l.Position).Select(l => new OrderLetter.Line(l.Title, l.Quantity, l.Total))],
            tax, order.Country is { } country ? Countries.NameOf(country) : null, order.Total, links.WhereItIs(order), await Accepted(order, ct), culture));
    }

    private async Task<IReadOnlyList<OrderLetter.Terms>> Accepted(Order order, CancellationToken ct)
    {
        var accepted = new List<OrderLetter.Terms>();
        foreach (var id in new[] { order.TermsId, order.RefundTermsId }.OfType<LegalTextId>())
            if (await texts.Find(id, ct) is { } text) accepted.Add(new(text.Name, text.Version, address.To(text.Path)));
        return accepted;
    }
}
