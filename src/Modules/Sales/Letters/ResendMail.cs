using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Letters;

/// <summary>Sends buyers letters about their orders once more. Asked twice within a minute, it sends one.</summary>
internal sealed class ResendMail(StoreDb db, OrderLetters letters, TimeProvider clock)
{
    public enum Kind
    {
        Receipt,
        Library,
        Refund,
    }

    /// <param name="Kind">A refund letter tells of the latest refund that reached the buyer.</param>
    public sealed record Request([property: Required] Kind? Kind);

    public sealed record Sent(OrderId Order, Kind Kind);

    /// <returns>How many receipts leave: one for each order that was paid and whose buyer is known.</returns>
    public async Task<int> Receipts(IReadOnlyList<OrderId> orders, CancellationToken ct)
    {
        var paid = await db.Set<Order>().AsNoTracking().Where(o => orders.Contains(o.Id) && o.PaidAt != null).Select(o => o.Id).ToListAsync(ct);
        var count = 0;
        foreach (var order in paid)
            if (await letters.Receipt(order, Again, ct)) count++;
        await db.SaveChangesAsync(ct);
        return count;
    }

    /// <exception cref="Refusal"><c>order.not_found</c>, <c>letter.not_due</c>, <c>letter.buyer_erased</c>.</exception>
    public async Task Send(OrderId id, Kind kind, CancellationToken ct)
    {
        var order = await db.FindOrderWithRefunds(id.ToString(), ct) ?? throw Refusal.NotFound("order");
        if (order.PaidAt is null) throw Refusal.Conflict("letter.not_due", "This order is not paid. There is nothing to write about yet.");
        var isSent = kind switch
        {
            Kind.Receipt => await letters.Receipt(id, Again, ct),
            Kind.Library => await letters.Library(id, Again, ct),
            _ => await Refund(order, ct),
        };
        if (!isSent) throw Refusal.Gone("letter.buyer_erased", "The buyer was erased from this store. Nobody is left to write to.");
        await db.SaveChangesAsync(ct);
    }

    public static async Task<Created<Sent>> Endpoint(OrderId id, Request request, ResendMail resend, Idempotency idempotency, CancellationToken ct)
    {
        idempotency.Creates($"{id}");
        await resend.Send(id, request.Kind!.Value, ct);
        return TypedResults.Created((string?)null, new Sent(id, request.Kind.Value));
    }

    public static async Task<IResult> Page(OrderId id, IFormCollection form, ResendMail resend, Flash flash, HttpContext http, CancellationToken ct)
    {
        var kind = Enum.TryParse<Kind>(form["kind"], out var known) && Enum.IsDefined(known) ? known : throw Refusal.Invalid("letter.kind_unknown", "Choose a letter of the list.", "kind");
        await resend.Send(id, kind, ct);
        flash.Say(http, "The letter is on its way.");
        return SeeOther.To($"/admin/orders/{id}");
    }

    private async Task<bool> Refund(Order order, CancellationToken ct)
    {
        var refund = order.Refunds.Where(r => r.Status is OrderRefundStatus.Succeeded).MaxBy(r => r.SettledAt)
            ?? throw Refusal.Conflict("letter.not_due", "No refund of this order has reached the buyer. There is nothing to write about yet.");
        return await letters.Refund(order.Id, $"{refund.Id}{Again}", refund.Amount, order.IsFullyRefunded, ct);
    }

    private string Again => string.Create(CultureInfo.InvariantCulture, $":{clock.Now:yyyyMMddHHmm}");
}
