using System.Security.Claims;
using Emporium.Accounts.Consents;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>Customers and consents for programs.</summary>
internal static class CustomersApi
{
    /// <param name="Email">Left out where the customer was erased.</param>
    public sealed record CustomerItem(CustomerId Id, string? Email, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, DateTimeOffset? ErasedAt);

    /// <param name="Language">BCP 47: how they read dates and amounts.</param>
    /// <param name="ErasureDueAt">When they will be forgotten; left out where that is not planned.</param>
    public sealed record CustomerAnswer(
        CustomerId Id, string? Email, string? Name, string? PostalAddress, string? Language, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt,
        DateTimeOffset? ErasedAt, DateTimeOffset? ErasureDueAt, IReadOnlyList<ConsentItem> Consents);

    /// <summary>One time that somebody was asked, with the proof of what they agreed to.</summary>
    /// <param name="Email">Left out where the person was erased.</param>
    /// <param name="Status"><c>Asked</c>: not confirmed, write nothing to them. <c>Given</c> or <c>Withdrawn</c>.</param>
    /// <param name="Page">The path of the page on which the wording was shown.</param>
    public sealed record ConsentItem(
        ConsentId Id, string Purpose, string? Email, string Status, string Wording, int WordingVersion, string Page, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? EndedAt);

    /// <param name="DueAt">When it will be done; until then it can be undone.</param>
    public sealed record ErasureAnswer(ErasureId Id, CustomerId Customer, DateTimeOffset DueAt);

    /// <param name="q">The beginning of an e-mail address or a name, or an id. Of those that begin so the first hundred in the order of the alphabet are found; more letters find the others.</param>
    /// <param name="cursor">From the answer before.</param>
    /// <param name="limit">At most 100.</param>
    public static async Task<Ok<Page<CustomerItem>>> List(CustomerList list, HttpContext http, string? q = null, string? cursor = null, int limit = 50) =>
        TypedResults.Ok((await list.Answer(http, limit)).Select(c => new CustomerItem(c.Id, Known(c.Email), c.Name, c.CreatedAt, c.LastSignInAt, c.ErasedAt)));

    public static async Task<Ok<CustomerAnswer>> Get(CustomerId id, StoreDb db, Newsletter newsletter, ScheduleErasure erasures, CancellationToken ct)
    {
        var c = await db.Set<CustomerAccount>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw Refusal.NotFound("customer");
        var consents = await newsletter.HistoryOf(c.Email, ct);
        return TypedResults.Ok(new CustomerAnswer(
            c.Id, Known(c.Email), c.Name, c.PostalAddress, c.Language, c.CreatedAt, c.LastSignInAt, c.ErasedAt, (await erasures.Planned(id, ct))?.DueAt, [.. consents.Select(Of)]));
    }

    /// <summary>The same customer twice is one erasure.</summary>
    public static async Task<Created<ErasureAnswer>> Erase(
        CustomerId id, StoreDb db, ScheduleErasure schedule, Idempotency idempotency, ClaimsPrincipal user, CancellationToken ct)
    {
        var erasure = await schedule.Plan(id, DeskForms.By(user), ct);
        idempotency.Creates(erasure.Id.ToString());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/customers/{id}", new ErasureAnswer(erasure.Id, id, erasure.DueAt));
    }

    public static async Task<NoContent> Keep(CustomerId id, ScheduleErasure schedule, CancellationToken ct)
    {
        await schedule.Cancel(id, ct);
        return TypedResults.NoContent();
    }

    /// <param name="status"><c>Asked</c>, <c>Given</c> or <c>Withdrawn</c>; all of them without it.</param>
    /// <param name="cursor">From the answer before.</param>
    /// <param name="limit">At most 100.</param>
    public static async Task<Ok<Page<ConsentItem>>> Consents(SubscriberList list, HttpContext http, string? status = null, string? cursor = null, int limit = 50) =>
        TypedResults.Ok((await list.Answer(http, limit)).Select(c => new ConsentItem(c.Id, c.Purpose, Known(c.Email), $"{c.Status}", c.Wording, c.WordingVersion, c.Page, c.AskedAt, c.ConfirmedAt, c.EndedAt)));

    internal static ConsentItem Of(Consent c) => new(
        c.Id, c.Purpose, Known(c.Email), $"{c.Status}", c.Wording, c.WordingVersion, c.Page, c.AskedAt, c.ConfirmedAt, c.EndedAt);

    private static string? Known(string email) => email.Length == 0 ? null : email;
}
