using System.Security.Claims;
using Emporium.Accounts.AccountArea;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Accounts.Links;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>The forms of the desk's page about a customer. What is refused is said beside the field.</summary>
internal static class DeskForms
{
    public static Task<IResult> SendLink(CustomerId id, IFormCollection _, HttpContext http, ICustomers customers, SendSignInLink send, CancellationToken ct) => Answer(id, "link", async () =>
    {
        var customer = await customers.Find(id, ct) ?? throw Refusal.NotFound("customer");
        if (!await send.Send(customer, new Asker(null, http.Request.Headers.UserAgent.ToString()), ct))
            throw Refusal.Conflict("customer.letters_too_many", "They got several links within the hour. Ask them to look among those, or wait a little.", "link");
    });

    public static Task<IResult> Move(CustomerId id, [FromForm] string? email, StoreDb db, ChangeEmail change, ChangePasskeys passkeys, CancellationToken ct) => Answer(id, "moved", () => db.Transact(async () =>
    {
        var customer = await db.Set<CustomerAccount>().SingleOrDefaultAsync(c => c.Id == id && c.ErasedAt == null, ct) ?? throw Refusal.NotFound("customer");
        await change.Move(customer, email ?? "", ct);
        await passkeys.TakeAll(new Customer(customer.Id, customer.Email, customer.Name, customer.Language), ct);
        await db.SaveChangesAsync(ct);
    }, ct));

    public static Task<IResult> Note(CustomerId id, [FromForm] string? note, StoreDb db, ClaimsPrincipal user, TimeProvider clock, CancellationToken ct) => Answer(id, null, async () =>
    {
        if (note?.Trim() is not { Length: > 0 and <= CustomerNote.Longest } text) throw Refusal.Invalid("note.text_invalid", $"Write at least a word and at most {CustomerNote.Longest} characters.", "note");
        if (!await db.Set<CustomerAccount>().AnyAsync(c => c.Id == id && c.ErasedAt == null, ct)) throw Refusal.NotFound("customer");
        db.Add(new CustomerNote { Id = CustomerNoteId.New(clock), CustomerId = id, Text = text, WrittenBy = user.Identity?.Name ?? "staff", WrittenAt = clock.Now });
        await db.SaveChangesAsync(ct);
    });

    public static Task<IResult> RemoveNote(CustomerId id, CustomerNoteId note, IFormCollection _, StoreDb db, CancellationToken ct) => Answer(id, null, async () =>
    {
        db.RemoveRange(await db.Set<CustomerNote>().Where(n => n.Id == note && n.CustomerId == id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    });

    public static Task<IResult> MakeExport(CustomerId id, IFormCollection _, ICustomers customers, RequestExport request, ClaimsPrincipal user, CancellationToken ct) => Answer(id, "export", async () =>
    {
        if (await customers.Find(id, ct) is null) throw Refusal.NotFound("customer");
        await request.Handle(id, By(user), ct);
    });

    public static async Task<IResult> FetchExport(CustomerId id, DataExportId export, HttpResponse response, RequestExport request, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(await request.Open(export, id, ct), "application/zip", $"{id}.zip");
    }

    public static Task<IResult> Erase(CustomerId id, [FromForm] string? word, StoreDb db, ICustomers customers, ScheduleErasure schedule, ClaimsPrincipal user, CancellationToken ct) => Answer(id, "planned", async () =>
    {
        var customer = await customers.Find(id, ct) ?? throw Refusal.NotFound("customer");
        if (EmailAddress.KeyOf(word) != EmailAddress.KeyOf(customer.Email)) throw Refusal.Invalid("erasure.word_missing", "Type their e-mail address, so that this does not happen to another.", "word");
        await schedule.Plan(id, By(user), ct);
        await db.SaveChangesAsync(ct);
    });

    public static Task<IResult> UndoErasure(CustomerId id, IFormCollection _, ScheduleErasure schedule, CancellationToken ct) => Answer(id, "kept", () => schedule.Cancel(id, ct));

    internal static string By(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "staff";

    private static async Task<IResult> Answer(CustomerId id, string? done, Func<Task> work)
    {
        try
        {
            await work();
            return SeeOther.To(done is null ? $"/admin/customers/{id}" : $"/admin/customers/{id}?done={done}");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<CustomerPage>(new { Id = id.ToString(), Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }
}
