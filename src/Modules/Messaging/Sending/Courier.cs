using System.Collections.Concurrent;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Messaging.Sending;

/// <summary>
/// Takes messages to their endpoints. Each endpoint is served by itself, under a lease with a fence: a slow one holds up nobody else,
/// and of several nodes one sends.
/// </summary>
internal sealed partial class Courier(IServiceScopeFactory scopes, CourierBell bell, Leases leases, Round round, TimeProvider clock, ILogger<Courier> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<EndpointId, Task> serving = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var id in await Due(stoppingToken))
                    if (serving.TryAdd(id, Task.CompletedTask)) serving[id] = Serve(id, stoppingToken);
                await bell.Wait(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception trouble)
            {
                // The database itself is in trouble: nothing was marked, so nothing is lost by waiting.
                LogTrouble(log, trouble);
                await Task.Delay(Look, clock, CancellationToken.None);
            }
        }
        await Task.WhenAll(serving.Values);
    }

    private async Task<IReadOnlyList<EndpointId>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<StoreDb>(), clock.Now);
        return await db.Set<WebhookEndpoint>()
            .Where(e => e.Status == EndpointStatus.Enabled && (e.RestsUntil == null || e.RestsUntil <= now))
            .Where(e => e.CatchUpFrom != null || db.Set<Message>().Any(m => m.EndpointId == e.Id && m.Status == MessageStatus.Pending && m.DueAt <= now))
            .Select(e => e.Id).ToListAsync(ct);
    }

    private async Task Serve(EndpointId id, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            Leases.Held? held = null;
            while (!ct.IsCancellationRequested)
            {
                held = await leases.Take($"webhooks {id}", held, ct);
                if (held is null || !await round.Run(id, held, ct)) return;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The store stops; what was under way is sent again at its next start.
        }
        catch (Exception trouble)
        {
            LogTrouble(log, trouble);
        }
        finally
        {
            serving.TryRemove(id, out _);
        }
    }

    [LoggerMessage(LogLevel.Error, "Webhooks could not be worked on; it tries again.")]
    private static partial void LogTrouble(ILogger log, Exception exception);
}
