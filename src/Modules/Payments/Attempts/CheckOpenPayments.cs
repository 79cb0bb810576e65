using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Attempts;

/// <summary>Asks about one reference's payments now, because its buyer waits. The webhook is usually faster; a page that reloads does not ask each time.</summary>
internal sealed partial class CheckOpenPayments(IServiceScopeFactory scopes, CheckPayment check, IMemoryCache recent, ILogger<CheckOpenPayments> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task Run(string reference, CancellationToken ct)
    {
        if (recent.TryGetValue((typeof(CheckOpenPayments), reference), out _)) return;
        recent.Set((typeof(CheckOpenPayments), reference), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Pause });
        foreach (var id in await Open(reference, ct)) await Check(id, ct);
    }

    private async Task<List<PaymentId>> Open(string reference, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<Payment>()
            .Where(p => p.Reference == reference && p.Page != null && (p.Status == PaymentStatus.Open || p.Status == PaymentStatus.Processing))
            .Select(p => p.Id).ToListAsync(ct);
    }

    private async Task Check(PaymentId id, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await check.Run(id, patience.Token);
        }
        catch (Exception silent) when (silent is GatewayException || (silent is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogSilent(log, silent, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nothing could be learned about {PaymentId} in time for its buyer.")]
    private static partial void LogSilent(ILogger log, Exception exception, PaymentId paymentId);
}
