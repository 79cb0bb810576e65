using Emporium.Catalog.Contracts;
using Emporium.Delivery.Entitlements;
using Emporium.Payments.Attempts;
using Emporium.Payments.Gateways;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Sales.Orders;
using Emporium.Torture.House;
using Emporium.Torture.Plans;
using Emporium.Torture.Proof;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Emporium.Torture.Interleaving;

/// <summary>Round after round one order lives its life, and at each stage everything that could happen at once does, in an order that the seed decides.</summary>
internal static class Interleavings
{
    private const int DownloadsTooMany = Shelf.DownloadLimit + 2;

    public static async Task Run(Options options, Place place, Tally tally, TextWriter output)
    {
        var dice = new Dice(options.Seed);
        using var schedule = new Schedule(dice);
        var clock = new TickingClock();
        await using var store = new Clerk(new Addresses(place.Folder, place.Database).OfStore, clock, services => Interleave(services, clock));
        var shelf = await store.Furnish();
        foreach (var guard in options.Disabled) await guard.Disable(store);
        await TakeLeases(store);

        var room = new Workroom(store, tally);
        for (var round = 1; round <= options.Count; round++) await Live(room, store, schedule, dice, shelf, $"buyer-{round}@example.org");
        clock.Advance(TimeSpan.FromDays(1));
        await Finish(room);
        await output.WriteLineAsync($"schedule {schedule.Fingerprint}: {options.Count} rounds, {schedule.Steps} steps");
        await Audit.Run(store, null, tally);
    }

    private static async Task Live(Workroom room, Clerk store, Schedule schedule, Dice dice, IReadOnlyList<string> shelf, string email)
    {
        var cart = await room.FillCart(dice.Of(shelf), dice.Of(shelf));
        await schedule.Run(
            ("checkout 1", () => room.Checkout(cart, email)), ("checkout 2", () => room.Checkout(cart, email)),
            ("checkout 3", () => room.Checkout(cart, email)), ("change", () => room.ChangeCart(cart, shelf[0])));

        foreach (var payment in await PaymentsOf(store, email)) await Settle(room, schedule, payment);
        await Aftermath(room, store, schedule, email);
        await Finish(room);
    }

    private static Task Settle(Workroom room, Schedule schedule, Payment payment) => schedule.Run(
        ("message 1", () => room.Webhook($"evt_{payment.Id}", payment.Id, payment.Reference)),
        ("message 1 again", () => room.Webhook($"evt_{payment.Id}", payment.Id, payment.Reference)),
        ("message 1 once more", () => room.Webhook($"evt_{payment.Id}", payment.Id, payment.Reference)),
        ("message 2", () => room.Webhook($"evt_{payment.Id}_2", payment.Id, payment.Reference)),
        ("inbox 1", room.WorkOnInbox), ("inbox 2", room.WorkOnInbox), ("dispatcher", room.Dispatch));

    /// <summary>Refunds and downloads over their limits, while two dispatchers believe that the work is theirs.</summary>
    private static async Task Aftermath(Workroom room, Clerk store, Schedule schedule, string email)
    {
        await room.WorkOnInbox();
        await room.Dispatch();
        foreach (var order in await OrdersOf(store, email))
        {
            var owned = await store.Read(db => db.Set<Entitlement>().AsNoTracking().Where(e => e.OrderId == order.Id).OrderBy(e => e.GrantedAt).FirstOrDefaultAsync());
            if (owned is null) continue;
            var file = (await store.Do<IProductFiles, IReadOnlyList<ProductFile>>(files => files.Of([owned.ProductId], CancellationToken.None)))[0].Id;
            await schedule.Run([
                ("refund 1", () => room.Refund(order.Id, order.Total.Minor * 60 / 100)), ("refund 2", () => room.Refund(order.Id, order.Total.Minor * 60 / 100)),
                ("dispatcher 1", room.Dispatch), ("dispatcher 2", room.Dispatch),
                .. Enumerable.Range(1, DownloadsTooMany).Select(i => ($"download {i}", (Func<Task>)(() => room.Download(owned, file)))),
            ]);
        }
    }

    private static async Task Finish(Workroom room)
    {
        await room.WorkOnInbox();
        await room.SendRefunds();
        await room.Dispatch();
    }

    private static Task<List<Payment>> PaymentsOf(Clerk store, string email) => store.Read(async db =>
    {
        var references = (await db.Set<Order>().Where(o => o.BuyerEmailLower == email).Select(o => o.Id).ToListAsync()).ConvertAll(id => id.ToString());
        return await db.Set<Payment>().AsNoTracking().Where(p => references.Contains(p.Reference)).OrderBy(p => p.CreatedAt).ToListAsync();
    });

    private static Task<List<Order>> OrdersOf(Clerk store, string email) =>
        store.Read(db => db.Set<Order>().AsNoTracking().Where(o => o.BuyerEmailLower == email).OrderBy(o => o.PlacedAt).ToListAsync());

    private static async Task TakeLeases(Clerk store)
    {
        var leases = store.Services.GetRequiredService<Leases>();
        foreach (var reaction in store.Services.GetRequiredService<Reactions>().All) await leases.Take($"reaction {reaction.Name}", null, CancellationToken.None);
    }

    /// <summary>The bank that answers at once, and a step before every word with the database. The schedule is the line that writers stand in.</summary>
    private static void Interleave(IServiceCollection services, TimeProvider clock)
    {
        services.RemoveAll<IGateway>();
        services.AddSingleton<IGateway>(new CalmGateway(clock));
        services.ConfigureDbContext<StoreDb>((provider, builder) =>
        {
            builder.AddInterceptors(new CommandSteps(), new TransactionSteps(), new ConnectionSteps());
            ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new StoreOptions([.. provider.GetServices<IModule>()], gate: null));
        });
    }
}
