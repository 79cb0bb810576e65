using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Emporium.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Attempts;

/// <summary>Asks the gateways about payments whose webhook never came.</summary>
internal sealed partial class ReconcilePayments(StoreDb db, CheckPayment check, TimeProvider clock, ILogger<ReconcilePayments> log) : IJob
{
    private const int AtMost = 200;
    private const int AtOnce = 4;

    public async Task Run(CancellationToken ct)
    {
        var now = clock.Now;
        var due = await db.Set<Payment>().Where(p => p.NextCheckAt <= now).OrderBy(p => p.NextCheckAt).Select(p => p.Id).Take(AtMost).ToListAsync(ct);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, Check);
    }

    private async ValueTask Check(PaymentId id, CancellationToken ct)
    {
        try
        {
            await check.Run(id, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnanswered(log, failure, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nothing could be learned about {PaymentId}; it is asked again later.")]
    private static partial void LogUnanswered(ILogger log, Exception exception, PaymentId paymentId);
}
