using System.ComponentModel.DataAnnotations;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Guide;
using Emporium.Messaging.Sending;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Messaging.Messages;

/// <summary>Sends an event's sample to an endpoint, now and once, and keeps what came of it. Works while the endpoint is switched off: that is when one tries.</summary>
internal sealed class SendTest(StoreDb db, EventTypes types, Secrets secrets, Post post, StoreMode mode, TimeProvider clock)
{
    /// <param name="Type">The event whose sample is sent.</param>
    public sealed record Request([property: Required, StringLength(100)] string Type);

    public async Task<MessageId> Handle(EndpointId id, string? type, CancellationToken ct)
    {
        var endpoint = await db.FindEndpoint(id, ct);
        var trial = EventTypes.Trial(types.Get(type), EventId.New(clock), id.ToString(), endpoint.Book ?? mode.Book, clock.Now);
        var body = Payload.OfTrial(trial);
        var answer = await post.Send(endpoint.Url, await secrets.Of(endpoint, ct), trial.Id.ToString(), body, ct);

        var message = Message.TrialOf(id, trial.Id, trial.Type, Payload.Text(body), answer.Arrived, answer.Words, clock);
        db.Add(message);
        db.Add(Attempt.Of(message.Id, endpoint.Url, answer, clock));
        await db.SaveChangesAsync(ct);
        return message.Id;
    }

    public static async Task<Ok<ReadMessages.Whole>> Endpoint(EndpointId id, Request request, SendTest send, ReadMessages read, CancellationToken ct) =>
        TypedResults.Ok(await read.Find(id, await send.Handle(id, request.Type, ct), ct));

    public static async Task<SeeOther> Form(EndpointId id, [FromForm] string? type, SendTest send, CancellationToken ct) =>
        SeeOther.To($"/admin/settings/webhooks/{id}/messages/{await send.Handle(id, type, ct)}");
}
