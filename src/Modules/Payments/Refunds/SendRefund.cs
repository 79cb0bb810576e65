using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Refunds;

/// <summary>Takes one refund to the gateway, or asks what became of it, and settles the answer. Sent twice under its id, it is one refund there.</summary>
internal sealed partial class SendRefund(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SendRefund> log)
{
    private const int Races = 3;

    public async Task Run(RefundId id, CancellationToken ct)
    {
        if (await Look(id, ct) is not ({ IsUnderway: true } refund, { GatewayPayment: { } gatewayPayment } payment)) return;
        try
        {
            var state = await Ask(refund, payment, gatewayPayment, ct);
            await Settle(id, (settle, tracked, _) => settle.Apply(tracked, state, ct), ct);
        }
        catch (GatewayException refused) when (refused.Fault is not GatewayFault.Unavailable && refund.Status is RefundStatus.Requested)
        {
            LogRefused(log, refused, id);
            await Settle(id, (settle, tracked, mine) => { settle.Fail(tracked, mine, null, refused.Code ?? refused.Message); return Task.CompletedTask; }, ct);
        }
        catch (Exception silent) when (silent is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogLater(log, silent, id);
            await Settle(id, (_, _, _) => Task.CompletedTask, ct);
        }
    }

    private async Task<(Refund, Payment)?> Look(RefundId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        var found = await db.Set<Refund>().AsNoTracking().Where(r => r.Id == id)
            .Join(db.Set<Payment>().AsNoTracking(), r => r.PaymentId, p => p.Id, (refund, payment) => new { refund, payment }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.refund, found.payment);
    }

    private async Task<RefundState> Ask(Refund refund, Payment payment, string gatewayPayment, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var gateway = scope.ServiceProvider.GetRequiredService<GatewayList>().Get(payment.Gateway);
        return refund.GatewayReference is { } known
            ? await gateway.ReadRefund(known, ct)
            : await gateway.Refund(new RefundOrder(refund.Id, payment.Id, refund.Reference, gatewayPayment, refund.Amount), ct);
    }

    private async Task Settle(RefundId id, Func<SettleRefund, Payment, Refund, Task> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
            var refund = await db.Set<Refund>().SingleAsync(r => r.Id == id, ct);
            var payment = await db.Set<Payment>().SingleAsync(p => p.Id == refund.PaymentId, ct);
            await act(scope.ServiceProvider.GetRequiredService<SettleRefund>(), payment, refund);
            refund.TryLater(clock.Now);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (Exception lost) when (DbErrors.IsLostRace(lost) && attempt < Races)
            {
                // A webhook was faster: look again at what it left.
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The gateway refused {RefundId}.")]
    private static partial void LogRefused(ILogger log, Exception exception, RefundId refundId);

    [LoggerMessage(LogLevel.Warning, "Nothing could be learned about {RefundId}; it is tried again.")]
    private static partial void LogLater(ILogger log, Exception exception, RefundId refundId);
}
