using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Inbox;

/// <summary>
/// Works on webhooks in the order of their arrival, one loop a gateway. A batch is asked for at once and settled in one transaction;
/// where that fails, one by one. Two nodes that take up the same message do no harm: the mark is a guarded update.
/// </summary>
internal sealed partial class InboxDesk(IServiceScopeFactory scopes, Arrivals arrivals, TimeProvider clock, ILogger<InboxDesk> log) : BackgroundService
{
    private const int BatchSize = 64;
    private const int Patience = 12;
    private const int Races = 3;
    private const int LongestError = 2_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var scope = scopes.CreateScope();
        await Task.WhenAll(scope.ServiceProvider.GetRequiredService<GatewayList>().Names.Select(name => Serve(name, stoppingToken)));
    }

    private async Task Serve(string gateway, CancellationToken ct)
    {
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var fresh = await arrivals.At(gateway).Take(BatchSize, Look, ct);
                var all = fresh.Count > 0 ? fresh : await Due(gateway, ct);
                if (all.Count > 0) await Work(gateway, all, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                // The database itself is in trouble: nothing was marked, so nothing is lost by waiting.
                LogTrouble(log, trouble, gateway);
                await Task.Delay(Look, clock, CancellationToken.None);
            }
        }
    }

    private async Task Work(string gateway, IReadOnlyList<Arrived> messages, CancellationToken ct)
    {
        var readings = await InScope<ReadArrivals, IReadOnlyList<Reading>>(read => read.Run(gateway, messages, ct));
        foreach (var failed in readings.Where(r => r.Failure is not null)) await Postpone(failed.Arrival.Id, failed.Failure!, ct);

        Reading[] good = [.. readings.Where(r => r.Failure is null)];
        if (good.Length == 0) return;
        try
        {
            await Settle(gateway, good, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            foreach (var reading in good) await SettleAlone(gateway, reading, ct);
        }
    }

    private async Task SettleAlone(string gateway, Reading reading, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Settle(gateway, [reading], ct);
                return;
            }
            catch (OvertakenException)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (DbErrors.IsLostRace(failure) && attempt < Races) continue;
                await Postpone(reading.Arrival.Id, failure, ct);
                return;
            }
        }
    }

    private Task Settle(string gateway, IReadOnlyList<Reading> readings, CancellationToken ct) =>
        InScope<SettleReadings, bool>(async settle => { await settle.Run(gateway, readings, ct); return true; });

    private Task<IReadOnlyList<Arrived>> Due(string gateway, CancellationToken ct) => InScope<StoreDb, IReadOnlyList<Arrived>>(async db =>
    {
        var now = clock.Now;
        return await db.Set<InboxMessage>().Where(m => m.Gateway == gateway && m.Status == InboxStatus.Pending && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Take(BatchSize)
            .Select(m => new Arrived(m.Id, m.Kind, m.Type, m.Object, m.PaymentId, m.GatewayPayment, m.Attempts)).ToListAsync(ct);
    });

    private Task Postpone(InboxId id, Exception failure, CancellationToken ct) => InScope<StoreDb, int>(async db =>
    {
        var attempts = 1 + await db.Set<InboxMessage>().Where(m => m.Id == id).Select(m => m.Attempts).SingleAsync(ct);
        var (due, status) = (clock.Now + Pause(attempts), attempts < Patience ? InboxStatus.Pending : InboxStatus.Dead);
        var text = $"{failure.GetType().Name}: {failure.Message}";
        var error = text[..Math.Min(text.Length, LongestError)];
        if (status is InboxStatus.Dead) LogDead(log, failure, id);
        else LogLater(log, failure, id, attempts);
        return await db.Set<InboxMessage>().Where(m => m.Id == id && m.Status == InboxStatus.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, attempts).SetProperty(m => m.DueAt, due).SetProperty(m => m.Status, status).SetProperty(m => m.Error, error), ct);
    });

    // 1 s, 2 s, 4 s … 17 min: about an hour in all.
    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Pow(2, attempts - 1));

    private async Task<T> InScope<TService, T>(Func<TService, Task<T>> act) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    [LoggerMessage(LogLevel.Warning, "The webhook {InboxId} could not be settled (attempt {Attempt}); it is tried again.")]
    private static partial void LogLater(ILogger log, Exception exception, InboxId inboxId, int attempt);

    [LoggerMessage(LogLevel.Error, "The webhook {InboxId} was given up; a person has to look and replay it.")]
    private static partial void LogDead(ILogger log, Exception exception, InboxId inboxId);

    [LoggerMessage(LogLevel.Error, "The inbox of {Gateway} could not be worked on; it tries again.")]
    private static partial void LogTrouble(ILogger log, Exception exception, string gateway);
}
