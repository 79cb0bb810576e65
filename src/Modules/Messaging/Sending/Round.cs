using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Messaging.Sending;

/// <summary>Sends what is due for one endpoint: of each subject the earliest message, a few subjects at a time.</summary>
internal sealed class Round(IServiceScopeFactory scopes, Post post, RecordAnswer record, TimeProvider clock)
{
    private const int Size = 32;
    private const int AtOnce = 4;

    /// <returns>True where more may be due at once.</returns>
    public async Task<bool> Run(EndpointId id, Leases.Held held, CancellationToken ct)
    {
        if (await Prepare(id, ct) is not { } due) return false;
        if (due.Letters.Count == 0) return due.CaughtUp;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await Parallel.ForEachAsync(due.Letters, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = enough.Token }, async (letter, stop) =>
            {
                var answer = await post.Send(due.Url, due.Secrets, letter.Message.EventId.ToString(), letter.Body, ct);
                if (!await record.Run(held, letter.Message, due.Url, answer, ct)) await enough.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
        return true;
    }

    private async Task<Bag?> Prepare(EndpointId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (services, now) = (scope.ServiceProvider, clock.Now);
        var db = services.GetRequiredService<StoreDb>();
        var endpoint = await db.Set<WebhookEndpoint>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.Status == EndpointStatus.Enabled, ct);
        if (endpoint is null || endpoint.RestsUntil > now) return null;
        if (endpoint.CatchUpFrom is { } from)
            return await services.GetRequiredService<CatchUp>().Run(endpoint, from, ct) ? new Bag(endpoint.Url, [], [], CaughtUp: true) : null;

        var due = await Due(db, id, now, ct);
        var facts = (await services.GetRequiredService<IEventDesk>().Read([.. due.Select(m => m.EventId)], ct)).ToDictionary(f => f.Id);
        return new Bag(endpoint.Url, await services.GetRequiredService<Secrets>().Of(endpoint, ct), [.. due.Select(m => new Letter(m, Payload.Of(facts[m.EventId])))], CaughtUp: false);
    }

    private static Task<List<Message>> Due(StoreDb db, EndpointId id, DateTimeOffset now, CancellationToken ct) => db.Set<Message>().AsNoTracking()
        .Where(m => m.EndpointId == id && m.Status == MessageStatus.Pending && m.DueAt <= now)
        .Where(m => !db.Set<Message>().Any(earlier => earlier.EndpointId == id && earlier.Status == MessageStatus.Pending && earlier.Subject == m.Subject && earlier.Sequence < m.Sequence))
        .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(Size).ToListAsync(ct);

    private sealed record Letter(Message Message, byte[] Body);

    private sealed record Bag(string Url, IReadOnlyList<string> Secrets, IReadOnlyList<Letter> Letters, bool CaughtUp);
}
