using System.Security.Claims;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Notes;

/// <summary>Notes of the staff on an order: anybody who may writes one; its author changes and deletes it.</summary>
internal sealed class WriteNotes(StoreDb db, TimeProvider clock)
{
    /// <exception cref="Refusal"><c>order.not_found</c>, <c>note.text_invalid</c>.</exception>
    public async Task<OrderNote> Add(OrderId order, string? text, ClaimsPrincipal author, CancellationToken ct)
    {
        if (!await db.Set<Order>().AnyAsync(o => o.Id == order, ct)) throw Refusal.NotFound("order");
        var note = new OrderNote
        {
            Id = OrderNoteId.New(clock), OrderId = order, AuthorId = IdOf(author), Author = author.Identity?.Name ?? "api", Text = Demand(text), At = clock.Now,
        };
        db.Add(note);
        await db.SaveChangesAsync(ct);
        return note;
    }

    /// <exception cref="Refusal"><c>note.not_found</c>, <c>note.not_yours</c>, <c>note.text_invalid</c>.</exception>
    public async Task Change(OrderId order, OrderNoteId id, string? text, ClaimsPrincipal author, CancellationToken ct)
    {
        var note = await Own(order, id, author, ct);
        (note.Text, note.EditedAt) = (Demand(text), clock.Now);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="Refusal"><c>note.not_found</c>, <c>note.not_yours</c>.</exception>
    public async Task Delete(OrderId order, OrderNoteId id, ClaimsPrincipal author, CancellationToken ct)
    {
        db.Remove(await Own(order, id, author, ct));
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> AddForm(OrderId id, IFormCollection form, WriteNotes notes, ClaimsPrincipal user, CancellationToken ct)
    {
        await notes.Add(id, form["text"], user, ct);
        return Back(id);
    }

    public static async Task<IResult> ChangeForm(OrderId id, string note, IFormCollection form, WriteNotes notes, ClaimsPrincipal user, CancellationToken ct)
    {
        await notes.Change(id, Parse(note), form["text"], user, ct);
        return Back(id);
    }

    public static async Task<IResult> DeleteForm(OrderId id, string note, WriteNotes notes, ClaimsPrincipal user, CancellationToken ct)
    {
        await notes.Delete(id, Parse(note), user, ct);
        return Back(id);
    }

    private async Task<OrderNote> Own(OrderId order, OrderNoteId id, ClaimsPrincipal author, CancellationToken ct)
    {
        var note = await db.Set<OrderNote>().SingleOrDefaultAsync(n => n.Id == id && n.OrderId == order, ct) ?? throw Refusal.NotFound("note");
        return note.AuthorId == IdOf(author) ? note : throw Refusal.Forbidden("note.not_yours", "Only its author changes a note. Write one of your own.");
    }

    private static string Demand(string? text) => text?.Trim() is { Length: > 0 and <= OrderNote.Longest } words
        ? words
        : throw Refusal.Invalid("note.text_invalid", $"Write between 1 and {OrderNote.Longest} characters.", "text");

    private static SeeOther Back(OrderId id) => SeeOther.To($"/admin/orders/{id}#notes");

    private static OrderNoteId Parse(string note) => OrderNoteId.TryParse(note, null, out var id) ? id : throw Refusal.NotFound("note");

    internal static string IdOf(ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
