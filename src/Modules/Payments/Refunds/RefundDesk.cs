using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Refunds;

/// <summary>Sends refunds after the commit that wrote them, and again until the gateway has answered.</summary>
internal sealed partial class RefundDesk(IServiceScopeFactory scopes, SendRefund send, FreshRows<RefundId> fresh, TimeProvider clock, ILogger<RefundDesk> log) : BackgroundService
{
    private const int AtMost = 64;
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var written = await fresh.Take(AtMost, Look, stoppingToken);
                var all = written.Count > 0 ? written : await Due(stoppingToken);
                await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, Send);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                // Nothing was marked, so nothing is lost by waiting.
                LogTrouble(log, trouble);
                await Task.Delay(Look, clock, CancellationToken.None);
            }
        }
    }

    private async ValueTask Send(RefundId id, CancellationToken ct)
    {
        try
        {
            await send.Run(id, ct);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogTrouble(log, trouble);
        }
    }

    private async Task<IReadOnlyList<RefundId>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now;
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<Refund>()
            .Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).Select(r => r.Id).Take(AtMost).ToListAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "Refunds could not be worked on; it tries again.")]
    private static partial void LogTrouble(ILogger log, Exception exception);
}
