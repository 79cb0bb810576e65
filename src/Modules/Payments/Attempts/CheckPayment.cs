using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Payments.Attempts;

/// <summary>Asks the gateway about one payment and settles what it says, each in a scope of its own: no call is made inside a transaction.</summary>
internal sealed class CheckPayment(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Races = 3;

    /// <exception cref="GatewayException">The gateway did not answer; the next check is later.</exception>
    public async Task Run(PaymentId id, CancellationToken ct)
    {
        if (await Look(id, ct) is not { } payment || payment.IsSettled) return;
        var reference = payment.Page ?? payment.GatewayPayment;
        if (reference is null)
        {
            // No gateway gave us a page, so no buyer ever saw one.
            await Settle(id, (settle, tracked) => { if (tracked.ExpiresAt <= clock.Now) settle.Expire(tracked); }, ct);
            return;
        }
        try
        {
            var state = await Ask(payment.Gateway, reference, ct);
            await Settle(id, (settle, tracked) => settle.Apply(tracked, state), ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever it was: a payment that cannot be judged moves back in the line, and holds up no other.
            await Settle(id, (_, _) => { }, ct);
            throw;
        }
    }

    private async Task<Payment?> Look(PaymentId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<Payment>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct);
    }

    private async Task<PaymentState> Ask(string gateway, string reference, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GatewayList>().Get(gateway).Read(reference, ct);
    }

    private async Task Settle(PaymentId id, Action<SettlePayment, Payment> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
            var payment = await db.Set<Payment>().SingleAsync(p => p.Id == id, ct);
            act(scope.ServiceProvider.GetRequiredService<SettlePayment>(), payment);
            payment.CheckLater(clock.Now);
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
}
