using Emporium.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Events;

/// <summary>
/// Runs every reaction for every event it waits for. What was just stored here is tried at once, all together; what that leaves, and
/// what other nodes left, has one loop a reaction: a slow or broken one holds up nobody else.
/// </summary>
internal sealed partial class Dispatcher(
    Reactions reactions, FreshRows<Raised> fresh, FirstTry firstTry, Batch batch, Leases leases, DispatchSignal signal, TimeProvider clock, ILogger<Dispatcher> log) : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>How long the process that stored a fact has it for itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(reactions.All.Select(reaction => Serve(reaction, stoppingToken)).Append(ServeFresh(stoppingToken)));

    private async Task ServeFresh(CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                if (await fresh.Take(AtOnce, Timeout.InfiniteTimeSpan, ct) is { Count: > 0 } taken) await firstTry.Run(taken, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The store stops; what was not run is found at its next start.
        }
    }

    private async Task Serve(Reaction reaction, CancellationToken ct)
    {
        await Task.Yield();
        Leases.Held? held = null;
        var isCalled = true;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                held = await leases.Take($"reaction {reaction.Name}", held, ct);
                if (held is not null && await batch.Run(reaction, held.Fence, isCalled ? clock.Now : clock.Now - Grace, ct)) continue;
                isCalled = await signal.Wait(reaction.Name, Look, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                // The database itself is in trouble: nothing was marked, so nothing is lost by waiting.
                LogTrouble(log, broken, reaction.Name);
                held = null;
                await Task.Delay(Look, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The dispatcher of {Reaction} could not work; it tries again.")]
    private static partial void LogTrouble(ILogger log, Exception exception, string reaction);
}
