using Emporium.Payments.Attempts;
using Emporium.Payments.Inbox;
using Emporium.Payments.Refunds;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Jobs;
using Emporium.Torture.House;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Torture;

/// <summary>
/// The store comes to rest: first what is on its way by itself arrives; then time is moved ahead, so that what waits for a later hour
/// (a payment whose message was lost, a refund that was not answered) is seen to by the store's own jobs. Nothing is repaired by hand.
/// </summary>
internal sealed class Rest(Clerk store, Bank bank, MovedClock clock)
{
    private const int Hours = 4;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(180);

    public async Task Come(Tally tally, TextWriter output)
    {
        if (!await Patience.Try(Calm, async () => (await bank.Books()).PendingDeliveries == 0 && await IsQuiet()))
            await output.WriteLineAsync($"The store did not come to rest in time: {await Unrest()}.");
        for (var hour = 0; hour < Hours; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await store.Do<IJobDesk, bool>(async jobs => { await jobs.RunNow("payments.reconcile", CancellationToken.None); return true; });
            if (!await Patience.Try(Calm, async () => await IsChecked() && await IsQuiet())) await output.WriteLineAsync($"Something never ends: {await Unrest()}.");
        }
    }

    /// <summary>Every payment that is due to be asked about was asked about.</summary>
    private Task<bool> IsChecked() => store.Read(async db =>
    {
        var now = clock.Now;
        return !await db.Set<Payment>().AnyAsync(p => p.NextCheckAt <= now);
    });

    private async Task<bool> IsQuiet() => (await UnderWay()).Sum() == 0;

    private async Task<string> Unrest()
    {
        var ways = await UnderWay();
        return $"{(await bank.Books()).PendingDeliveries} messages wait at the bank, {ways[0]} in the inbox, {ways[1]} facts are not told, {ways[2]} refunds are not sent";
    }

    private Task<int[]> UnderWay() => store.Read<int[]>(async db =>
    {
        var soon = clock.Now.AddMinutes(1);
        return
        [
            await db.Set<InboxMessage>().CountAsync(m => m.Status == InboxStatus.Pending),
            await db.Set<Platform.Events.Delivery>().CountAsync(d => d.Status == DeliveryStatus.Pending),
            await db.Set<Refund>().CountAsync(r => r.DueAt <= soon),
        ];
    });
}
