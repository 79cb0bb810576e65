using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Events;

/// <summary>
/// Runs what is due for a reaction: at first all of it in one transaction, at most one event a subject, and where that fails
/// one by one, so that the innocent go through and the guilty one is known.
/// </summary>
internal sealed partial class Batch(IServiceScopeFactory scopes, BatchQueries queries, FactCatalog facts, TimeProvider clock, ILogger<Batch> log)
{
    private const int Size = 64;
    private const int Patience = 8;
    private const int Races = 3;

    /// <param name="dueBy">Leaves what falls due later.</param>
    /// <returns>True where more may be due at once: there was no room for all, or a subject has a later event.</returns>
    public async Task<bool> Run(Reaction reaction, long fence, DateTimeOffset dueBy, CancellationToken ct)
    {
        var found = await Due(reaction, dueBy, ct);
        List<StoredEvent> due = [.. found.Select(f => f.Event).GroupBy(e => e.Subject).Select(subject => subject.MinBy(e => e.Sequence)!)];
        if (due.Count == 0) return false;
        try
        {
            await Run(reaction, fence, due, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            foreach (var stored in due) await RunAlone(reaction, fence, stored, ct);
        }
        return found.Count == Size || due.Count < found.Count || found.Exists(f => f.IsLate);
    }

    private async Task<List<BatchQueries.Found>> Due(Reaction reaction, DateTimeOffset dueBy, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = new List<BatchQueries.Found>();
        await foreach (var found in queries.Due(scope.ServiceProvider.GetRequiredService<StoreDb>(), reaction.Name, dueBy, Size).WithCancellation(ct)) due.Add(found);
        return due;
    }

    private async Task Run(Reaction reaction, long fence, List<StoredEvent> events, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        await db.Transact(async () =>
        {
            foreach (var stored in events)
                await reaction.Run(scope.ServiceProvider, facts.Read(stored.Type, stored.Version, stored.Data), stored.Occurrence, ct);
            await db.SaveChangesAsync(ct);
            await Mark(db, reaction.Name, fence, [.. events.Select(e => e.Id)], ct);
        }, ct);
    }

    /// <summary>The mark is a guarded update: where another node ran the event or took the lease, it misses and the work is rolled back.</summary>
    private async Task Mark(StoreDb db, string reaction, long fence, List<EventId> events, CancellationToken ct)
    {
        var (now, lease) = (clock.Now, $"reaction {reaction}");
        var marked = await db.Set<Delivery>()
            .Where(d => d.Reaction == reaction && events.Contains(d.EventId) && d.Status == DeliveryStatus.Pending)
            .Where(d => db.Set<Lease>().Any(l => l.Name == lease && l.Fence == fence))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Done).SetProperty(d => d.DoneAt, now).SetProperty(d => d.Attempts, d => d.Attempts + 1), ct);
        if (marked != events.Count) throw new OvertakenException(reaction);
    }

    private async Task RunAlone(Reaction reaction, long fence, StoredEvent stored, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Run(reaction, fence, [stored], ct);
                return;
            }
            catch (OvertakenException overtaken)
            {
                LogOvertaken(log, overtaken, reaction.Name, stored.Id);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (DbErrors.IsLostRace(failure) && attempt < Races) continue;
                await Postpone(reaction, stored, failure, ct);
                return;
            }
        }
    }

    private async Task Postpone(Reaction reaction, StoredEvent stored, Exception failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        var delivery = await db.Set<Delivery>().SingleAsync(d => d.EventId == stored.Id && d.Reaction == reaction.Name, ct);
        if (delivery.Status != DeliveryStatus.Pending) return;

        delivery.Attempts++;
        delivery.Error = $"{failure.GetType().Name}: {failure.Message}"[..Math.Min(2_000, failure.GetType().Name.Length + failure.Message.Length + 2)];
        delivery.DueAt = clock.Now + Pause(delivery.Attempts);
        if (failure is Refusal || delivery.Attempts >= Patience) delivery.Status = DeliveryStatus.Dead;
        await db.SaveChangesAsync(ct);
        if (delivery.Status == DeliveryStatus.Dead) LogDead(log, failure, reaction.Name, stored.Id);
        else LogFailed(log, failure, reaction.Name, stored.Id, delivery.Attempts);
    }

    // 2 s, 8 s, 32 s, 2 min, 9 min, 34 min, 2 h: about three hours in all.
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(4, attempts) / 2, 7_200));

    [LoggerMessage(LogLevel.Warning, "{Reaction} failed for {EventId} (attempt {Attempt}); it will run again.")]
    private static partial void LogFailed(ILogger log, Exception exception, string reaction, EventId eventId, int attempt);

    [LoggerMessage(LogLevel.Error, "{Reaction} gave up {EventId}: it is a dead letter until a person replays or skips it.")]
    private static partial void LogDead(ILogger log, Exception exception, string reaction, EventId eventId);

    [LoggerMessage(LogLevel.Information, "{Reaction} was run elsewhere for {EventId}.")]
    private static partial void LogOvertaken(ILogger log, Exception exception, string reaction, EventId eventId);

    private sealed class OvertakenException(string reaction) : Exception($"{reaction} was run elsewhere, or its lease is lost.");
}
