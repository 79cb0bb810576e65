using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Messaging.Sending;

/// <summary>Keeps what came of an attempt, and what follows from it for the message and its endpoint, in one transaction under the lease.</summary>
internal sealed partial class RecordAnswer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecordAnswer> log)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <returns>False where nothing more may be sent: the lease is lost, or the endpoint rests or was switched off.</returns>
    public async Task<bool> Run(Leases.Held held, Message sent, string url, Answer answer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        try
        {
            return await db.Transact(async () =>
            {
                if (!await Leases.IsHeld(db, held, ct)) return false;
                db.Attach(sent);
                db.Add(Attempt.Of(sent.Id, url, answer, clock));
                var goesOn = answer.Arrived ? await Arrived(db, sent, answer, ct) : await Failed(scope.ServiceProvider, db, sent, answer, ct);
                await db.SaveChangesAsync(ct);
                return goesOn;
            }, ct);
        }
        catch (Exception lost) when (DbErrors.IsLostRace(lost))
        {
            // Somebody skipped or deleted it meanwhile, or another node was faster.
            LogOvertaken(log, lost, sent.Id);
            return false;
        }
    }

    private async Task<bool> Arrived(StoreDb db, Message sent, Answer answer, CancellationToken ct)
    {
        var now = clock.Now;
        sent.Arrived(answer.Words, now);
        var recently = now - Remembered;
        await db.Set<WebhookEndpoint>().Where(e => e.Id == sent.EndpointId && (e.FailingSince != null || e.LastSuccessAt == null || e.LastSuccessAt < recently))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.LastSuccessAt, now).SetProperty(e => e.FailingSince, (DateTimeOffset?)null), ct);
        return true;
    }

    private async Task<bool> Failed(IServiceProvider services, StoreDb db, Message sent, Answer answer, CancellationToken ct)
    {
        var now = clock.Now;
        var pause = answer.IsGone ? null : RetrySchedule.PauseAfter(sent.Attempts + 1, answer.RetryAfter, Random.Shared.NextDouble());
        sent.Failed(answer.Words, now + pause, now);
        LogFailed(log, sent.Id, sent.Attempts, answer.Words);

        if (answer.IsGone) return await Disable(DisabledBy.Gone);
        await db.Set<WebhookEndpoint>().Where(e => e.Id == sent.EndpointId && e.FailingSince == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, now), ct);
        if (sent.Status is MessageStatus.Failed && await NothingArrived(db, sent, ct)) return await Disable(DisabledBy.Failing);
        if (answer is not { RetryAfter: { } rest, Status: 429 or 502 or 503 or 504 }) return true;

        var until = now + (rest < RetrySchedule.LongestRest ? rest : RetrySchedule.LongestRest);
        await db.Set<WebhookEndpoint>().Where(e => e.Id == sent.EndpointId).ExecuteUpdateAsync(set => set.SetProperty(e => e.RestsUntil, until), ct);
        return false;

        async Task<bool> Disable(DisabledBy reason)
        {
            await services.GetRequiredService<GiveUp>().Run(sent.EndpointId, reason, answer, ct);
            return false;
        }
    }

    private static Task<bool> NothingArrived(StoreDb db, Message sent, CancellationToken ct) =>
        db.Set<WebhookEndpoint>().AnyAsync(e => e.Id == sent.EndpointId && (e.LastSuccessAt == null || e.LastSuccessAt < sent.QueuedAt), ct);

    [LoggerMessage(LogLevel.Warning, "{MessageId} did not arrive (attempt {Attempt}): {Answer}")]
    private static partial void LogFailed(ILogger log, MessageId messageId, int attempt, string answer);

    [LoggerMessage(LogLevel.Information, "What came of {MessageId} is not kept: it was changed meanwhile.")]
    private static partial void LogOvertaken(ILogger log, Exception exception, MessageId messageId);
}
