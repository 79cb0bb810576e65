using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Sending;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Messages;

/// <summary>What was sent to an endpoint and what waits, for the desk and the API.</summary>
internal sealed class ReadMessages(StoreDb db, IEventDesk events)
{
    public const int PageSize = 50;

    /// <param name="Event">The webhook-id.</param>
    /// <param name="Outcome">The last answer: a status of HTTP, or why none came.</param>
    /// <param name="IsTest">Somebody sent it by hand; nothing happened.</param>
    public sealed record Row(MessageId Id, EventId Event, string Type, string Subject, MessageStatus Status, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string? Outcome, bool IsTest);

    /// <param name="Milliseconds">From the sending to the answer's headers.</param>
    /// <param name="Status">Left out where no answer came.</param>
    /// <param name="Response">The beginning of what the receiver said.</param>
    public sealed record Try(AttemptId Id, DateTimeOffset At, long Milliseconds, string Url, int? Status, string? Error, string? Response, string Signature);

    /// <param name="Body">As it is sent.</param>
    /// <param name="Attempts">Newest first.</param>
    public sealed record Whole(Row Message, string Body, IReadOnlyList<Try> Attempts);

    /// <summary>Newest first.</summary>
    public async Task<Page<Row>> List(EndpointId endpoint, MessageStatus? status, Cursor? after, CancellationToken ct)
    {
        var messages = db.Set<Message>().AsNoTracking().Where(m => m.EndpointId == endpoint);
        if (status is { } wanted) messages = messages.Where(m => m.Status == wanted);
        if (after is not null)
        {
            var (moment, id) = (after.Moment, MessageId.From(after.Id));
            messages = messages.Where(m => m.CreatedAt < moment || (m.CreatedAt == moment && m.Id < id));
        }
        var rows = await messages.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(ct);
        return Page<Row>.Of([.. rows.Select(RowOf)], PageSize, m => Cursor.At(m.CreatedAt, m.Id.Value));
    }

    /// <exception cref="Refusal"><c>message.not_found</c>.</exception>
    public async Task<Whole> Find(EndpointId endpoint, MessageId id, CancellationToken ct)
    {
        var message = await db.Set<Message>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.EndpointId == endpoint, ct) ?? throw Refusal.NotFound("message");
        var body = message.Trial ?? Payload.Text(Payload.Of((await events.Read([message.EventId], ct)).Single()));
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(a => a.MessageId == id).OrderByDescending(a => a.At)
            .Select(a => new Try(a.Id, a.At, a.Duration, a.Url, a.StatusCode, a.Error, a.Response, a.Signature)).ToListAsync(ct);
        return new Whole(RowOf(message), body, attempts);
    }

    /// <param name="id">The endpoint's id.</param>
    /// <param name="status">Only those: pending, sent, failed or skipped.</param>
    /// <param name="cursor">The nextCursor of the page before; left out for the first.</param>
    public static async Task<Ok<Page<Row>>> ListEndpoint(EndpointId id, string? status, string? cursor, StoreDb db, ReadMessages read, CancellationToken ct)
    {
        await db.FindEndpoint(id, ct);
        return TypedResults.Ok(await read.List(id, StatusOf(status), Cursor.Parse(cursor), ct));
    }

    /// <exception cref="Refusal"><c>message.status_unknown</c>.</exception>
    public static MessageStatus? StatusOf(string? word) => string.IsNullOrEmpty(word) ? null : Enum.TryParse<MessageStatus>(word, ignoreCase: true, out var status)
        ? status
        : throw Refusal.Invalid("message.status_unknown", "Ask for pending, sent, failed or skipped.", "status");

    public static async Task<Ok<Whole>> OneEndpoint(EndpointId id, MessageId message, ReadMessages read, CancellationToken ct) => TypedResults.Ok(await read.Find(id, message, ct));

    public static Row RowOf(Message m) => new(m.Id, m.EventId, m.Type, m.Subject, m.Status, m.Attempts, m.CreatedAt, m.DueAt, m.DoneAt, m.Outcome, m.Trial is not null);
}
