using Emporium.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Events;

/// <summary>Runs every reaction for every event it waits for, one loop a reaction: a slow or broken one holds up nobody else.</summary>
internal sealed partial class Dispatcher(Reactions reactions, Batch batch, Leases leases, DispatchSignal signal, TimeProvider clock, ILogger<Dispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(reactions.All.Select(reaction => Serve(reaction, stoppingToken)));

    private async Task Serve(Reaction reaction, CancellationToken ct)
    {
        await Task.Yield();
        Leases.Held? held = null;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                held = await leases.Take($"reaction {reaction.Name}", held, ct);
                if (held is not null && await batch.Run(reaction, held.Fence, ct)) continue;
                await signal.Wait(reaction.Name, Look, ct);
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
