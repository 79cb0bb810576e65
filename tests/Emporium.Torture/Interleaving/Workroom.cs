using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Delivery.Entitlements;
using Emporium.Delivery.Library;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Inbox;
using Emporium.Payments.Refunds;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Sales.Carts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Torture.House;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Torture.Interleaving;

/// <summary>The store's own handlers, each call in a scope of its own and run again when it lost a race, as the edge of the store does it.</summary>
internal sealed class Workroom(Clerk store, Tally tally)
{
    private const int Runs = 5;

    public Task<CartId> FillCart(params IReadOnlyList<string> products) => store.Do<IServiceProvider, CartId>(async scope =>
    {
        var (db, add) = (scope.GetRequiredService<StoreDb>(), scope.GetRequiredService<AddToCart>());
        var cart = await scope.GetRequiredService<StartCart>().Add("EUR", CancellationToken.None);
        foreach (var product in products) await add.Add(cart, ProductId.Parse(product, null), 1, CancellationToken.None);
        await db.SaveChangesAsync();
        return cart.Id;
    });

    public Task Checkout(CartId cart, string email) => Try(async scope =>
    {
        var placed = await scope.GetRequiredService<PlaceOrder>().Handle(cart, new(new(email, null, "PT"), Version: null, Expected: null), new Idempotency(), CancellationToken.None);
        if (placed.Payment is { } payment) await scope.GetRequiredService<IPayments>().Start(payment, CancellationToken.None);
    });

    /// <summary>The buyer changes the cart in another tab.</summary>
    public Task ChangeCart(CartId cart, string product) => Try(async scope =>
    {
        var db = scope.GetRequiredService<StoreDb>();
        await scope.GetRequiredService<AddToCart>().Add(await db.CartToChange(cart, CancellationToken.None), ProductId.Parse(product, null), 1, CancellationToken.None);
        await db.SaveChangesAsync();
    });

    public Task Webhook(string eventId, PaymentId payment, string reference) => Try(scope =>
    {
        var notice = new Notice(eventId, "page.paid", NoticeKind.Payment, $"page_{payment}", payment, null, reference, Book.Test);
        return scope.GetRequiredService<ReceiveWebhook>().Handle("calm", JsonSerializer.SerializeToUtf8Bytes(notice, Platform.Json.Options), new HeaderDictionary(), CancellationToken.None);
    });

    /// <summary>One look into the inbox, as each node takes it.</summary>
    public Task WorkOnInbox() => Try(async scope =>
    {
        var waiting = await scope.GetRequiredService<StoreDb>().Set<InboxMessage>().Where(m => m.Status == InboxStatus.Pending).OrderBy(m => m.ReceivedAt).ToListAsync();
        foreach (var message in waiting)
        {
            var readings = await scope.GetRequiredService<ReadArrivals>().Run("calm", [Arrived.Of(message)], CancellationToken.None);
            if (readings.Count > 0) await Settle(readings);
        }
    });

    public Task Refund(OrderId order, long cents) => Try(async scope => await scope.GetRequiredService<Emporium.Sales.Orders.RefundOrder>().Handle(
        order, OrderRefundId.New(scope.GetRequiredService<TimeProvider>()), new(new Money(cents, "EUR"), null), "torture", new Idempotency(), CancellationToken.None));

    public Task Download(Entitlement owned, ProductFileId file) => Try(async scope =>
        await scope.GetRequiredService<PrepareDownload>().Handle(new LibraryKey(owned.CustomerId), owned.Id, file, CancellationToken.None));

    /// <summary>Tells every fact to every reaction that has not heard it.</summary>
    public async Task Dispatch()
    {
        var fresh = await store.Services.GetRequiredService<FreshRows<Raised>>().Take(64, TimeSpan.Zero, CancellationToken.None);
        if (fresh.Count > 0) await store.Services.GetRequiredService<FirstTry>().Run(fresh, CancellationToken.None);
        var batch = store.Services.GetRequiredService<Batch>();
        foreach (var reaction in store.Services.GetRequiredService<Reactions>().All)
            while (await batch.Run(reaction, await Fence(reaction), store.Services.GetRequiredService<TimeProvider>().Now, CancellationToken.None)) { }
    }

    public async Task SendRefunds()
    {
        foreach (var id in await store.Read(db => db.Set<Refund>().Where(r => r.DueAt != null).OrderBy(r => r.RequestedAt).Select(r => r.Id).ToListAsync()))
            await store.Services.GetRequiredService<SendRefund>().Run(id, CancellationToken.None);
    }

    private Task Settle(IReadOnlyList<Reading> readings) => Try(scope => scope.GetRequiredService<SettleReadings>().Run("calm", readings, CancellationToken.None));

    private Task<long> Fence(Reaction reaction) => store.Read(async db =>
    {
        var name = $"reaction {reaction.Name}";
        return await db.Set<Lease>().Where(l => l.Name == name).Select(l => l.Fence).SingleAsync();
    });

    private async Task Try(Func<IServiceProvider, Task> work)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                await store.Do<IServiceProvider, bool>(async scope => { await work(scope); return true; });
                return;
            }
            catch (Exception lost) when (DbErrors.IsLostRace(lost) && run < Runs)
            {
                // A fresh look sees what the winner did.
            }
            catch (Exception expected) when (expected is Refusal or OvertakenException)
            {
                return;
            }
            catch (Exception trouble)
            {
                tally.Add(Wrong.Error, $"{trouble.GetType().Name}: {trouble.Message}");
                return;
            }
        }
    }
}
