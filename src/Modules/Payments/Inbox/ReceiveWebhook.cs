using System.Diagnostics.Metrics;
using Emporium.Payments.Attempts;
using Emporium.Payments.Gateways;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

/// <summary>Takes a gateway's webhook: checks who made it, keeps it, answers. The work comes after, so that the gateway is never kept waiting.</summary>
internal sealed class ReceiveWebhook(StoreDb db, GatewayList gateways, Vault vault, Arrivals arrivals, TimeProvider clock)
{
    public const int LargestBody = 1 << 20;

    // A stranger's promise of a long body reserves no memory for it.
    private const int FirstBuffer = 1 << 14;

    private static readonly CompiledQuery<string, string, bool> IsKnown =
        new((db, gateway, id, _) => db.Set<InboxMessage>().Any(m => m.Gateway == gateway && m.EventId == id));

    private static readonly Counter<long> Forged = Telemetry.Meter.CreateCounter<long>("emporium.webhooks.forged", description: "Webhooks without a valid signature");

    public static async Task<Ok> Endpoint(string gateway, HttpRequest request, ReceiveWebhook receive, CancellationToken ct)
    {
        await receive.Handle(gateway, await Body(request, ct), request.Headers, ct);
        return TypedResults.Ok();
    }

    /// <exception cref="Refusal"><c>gateway.not_found</c>, <c>webhook.forged</c>.</exception>
    public async Task Handle(string name, byte[] body, IHeaderDictionary headers, CancellationToken ct)
    {
        var gateway = gateways.Find(name) ?? throw Refusal.NotFound("gateway");
        if (gateway.Verify(body, headers) is not { } notice)
        {
            Forged.Add(1, new KeyValuePair<string, object?>("gateway", name));
            throw new BadHttpRequestException("The signature is missing, wrong or too old.", StatusCodes.Status400BadRequest);
        }

        if (await IsKnown.Run(db, name, notice.EventId, ct)) return;

        if (Unwanted(notice, gateway) is { } reason)
        {
            db.Add(InboxMessage.Ignored(name, notice, reason, clock));
            await db.SaveChangesAsync(ct);
            return;
        }
        var subject = await SubjectOf(name, notice, ct);
        var message = InboxMessage.Of(name, notice, subject, await vault.Seal(subject, body, ct), clock);
        db.Add(message);
        db.AfterCommit(() => arrivals.At(name).Add(Arrived.Of(message)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sealed under the order it belongs to, so that erasing the order erases it.</summary>
    private static string? Unwanted(Notice notice, IGateway gateway) =>
        notice.Book != gateway.Book ? $"It is of the {(notice.Book is Book.Live ? "live" : "test")} book, and the store's key is not."
        : notice.Kind is NoticeKind.Other ? "Nothing here waits for this type of event."
        : null;

    private async Task<string> SubjectOf(string gateway, Notice notice, CancellationToken ct) =>
        notice.Reference
        ?? (notice.GatewayPayment is { } known ? await db.Set<Payment>().Where(p => p.Gateway == gateway && p.GatewayPayment == known).Select(p => p.Reference).SingleOrDefaultAsync(ct) : null)
        ?? notice.EventId;

    private static async Task<byte[]> Body(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBody) throw TooLarge();
        using var bytes = new MemoryStream((int)Math.Min(request.ContentLength ?? 4_096, FirstBuffer));
        var buffer = new byte[16_384];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > LargestBody) throw TooLarge();
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}
