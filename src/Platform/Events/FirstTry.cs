using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Events;

/// <summary>
/// Runs what this process has just stored, without looking for it: every reaction, and what follows from it, in one transaction.
/// That is how nearly everything runs. Where anything fails, nothing of it has happened, and each reaction's own loop takes over.
/// </summary>
internal sealed partial class FirstTry(IServiceScopeFactory scopes, FactCatalog facts, DispatchSignal signal, TimeProvider clock, ILogger<FirstTry> log)
{
    private static readonly CompiledQuery<string, long, string, bool> IsHeldBack = new((db, reaction, sequence, subject, _) =>
        db.Set<Delivery>().Any(earlier => earlier.Reaction == reaction && earlier.Subject == subject && earlier.Sequence < sequence
            && (earlier.Status == DeliveryStatus.Pending || earlier.Status == DeliveryStatus.Dead)));

    /// <param name="fresh">In the order in which they were stored.</param>
    public async Task Run(IReadOnlyList<Raised> fresh, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
            await db.Transact(() => RunAll(scope.ServiceProvider, db, fresh, ct), ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogHandedOver(log, failure, fresh.Count);
            foreach (var reaction in fresh.SelectMany(raised => raised.For).Select(f => f.Reaction.Name).Distinct()) signal.Wake(reaction);
        }
    }

    private async Task RunAll(IServiceProvider scope, StoreDb db, IReadOnlyList<Raised> fresh, CancellationToken ct)
    {
        var events = scope.GetRequiredService<EventLog>();
        db.AttachRange(fresh.SelectMany(raised => raised.For).Select(f => f.Delivery));
        for (var rest = fresh; rest.Count > 0;)
        {
            // One of each subject at a time: what it leaves must be saved before the next is judged.
            var round = rest.GroupBy(raised => raised.Event.Subject).Select(subject => subject.MinBy(raised => raised.Event.Sequence)!).ToList();
            foreach (var raised in round) await RunOne(scope, db, raised, ct);
            await db.SaveChangesAsync(ct);
            rest = [.. rest.Except(round), .. events.Take()];
        }
    }

    private async Task RunOne(IServiceProvider scope, StoreDb db, Raised raised, CancellationToken ct)
    {
        var stored = raised.Event;
        var fact = facts.Read(stored.Type, stored.Version, stored.Data);
        foreach (var (reaction, delivery) in raised.For)
        {
            if (stored.Sequence > 1 && await IsHeldBack.Run(db, reaction.Name, stored.Sequence, stored.Subject, ct)) continue;
            await reaction.Run(scope, fact, stored.Occurrence, ct);
            delivery.Finish(clock.Now);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} facts did not run together at once; each reaction goes on alone.")]
    private static partial void LogHandedOver(ILogger log, Exception exception, int count);
}
