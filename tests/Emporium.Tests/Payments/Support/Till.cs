using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Inbox;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Emporium.Tests.Payments.Support;

/// <summary>A store with a scripted gateway, and the words in which payment tests speak.</summary>
internal sealed class Till(TestStore store, ScriptedGateway gateway) : IAsyncDisposable
{
    private static int next;

    public TestStore Store => store;

    public ScriptedGateway Gateway => gateway;

    public static async Task<Till> Open(TestDatabase database)
    {
        var gateway = new ScriptedGateway();
        return new Till(await TestStore.Open(database, change: services => services.RemoveAll<IGateway>().AddSingleton<IGateway>(gateway)), gateway);
    }

    /// <summary>A second node of the same store.</summary>
    public async Task<Till> Twin() => new(await store.Twin(change: services => services.RemoveAll<IGateway>().AddSingleton<IGateway>(gateway)), gateway);

    public static string NewReference() => $"ord_{Interlocked.Increment(ref next):D26}";

    public async Task<PaymentId> Prepare(string reference, long minor = 2900) => await store.Do<IServiceProvider, PaymentId>(async scope =>
    {
        var money = new Money(minor, "EUR");
        var id = scope.GetRequiredService<IPayments>().Prepare(new PaymentRequest(
            reference, Book.Test, money, "buyer@example.com", [new PaymentItem("A book", 1, money)], "/thanks", "/cart", store.Clock.Now + TimeSpan.FromHours(1)));
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        return id;
    });

    public Task<PaymentPage> Start(PaymentId id) => store.Do<IPayments, PaymentPage>(p => p.Start(id, default));

    public async Task<PaymentId> Opened(string reference, long minor = 2900)
    {
        var id = await Prepare(reference, minor);
        await Start(id);
        return id;
    }

    /// <summary>The buyer pays; the gateway has not told yet.</summary>
    public void Pay(PaymentId id, long minor = 2900) => gateway.Payments[$"cs_{id}"] = new PaymentState.Captured(
        new Money(minor, "EUR"), new Money(114, "EUR"), store.Clock.Now, $"pi_{id}", new SavedMethod("cus_1", "pm_1"));

    public async Task<PaymentId> Captured(string reference, long minor = 2900)
    {
        var id = await Opened(reference, minor);
        Pay(id, minor);
        await Tell(About(id, reference));
        await Settled();
        return id;
    }

    public static Notice About(PaymentId id, string reference, string type = "paid") =>
        new($"evt_{type}_{id}", type, NoticeKind.Payment, $"cs_{id}", id, null, reference, Book.Test);

    public static Notice AboutRefund(RefundState refund, string type = "refunded") =>
        new($"evt_{type}_{refund.Reference}_{refund.Outcome}", type, NoticeKind.Refund, refund.Reference, refund.Payment, refund.GatewayPayment, null, Book.Test);

    public async Task Dispute(PaymentId id, DisputeStage stage, string name = "dp")
    {
        var state = new DisputeState(stage, $"{name}_{id}", new Money(2900, "EUR"), stage is DisputeStage.Inquiry ? null : new Money(1500, "EUR"), "fraudulent", null, $"pi_{id}");
        gateway.Disputes[state.Reference] = state;
        await Tell(new Notice($"evt_{stage}_{state.Reference}", "dispute", NoticeKind.Dispute, state.Reference, null, $"pi_{id}", null, Book.Test));
        await Settled();
    }

    public async Task<HttpStatusCode> Tell(Notice notice, string secret = ScriptedGateway.Secret)
    {
        using var client = store.Api();
        client.DefaultRequestHeaders.Add("X-Secret", secret);
        using var response = await client.PostAsJsonAsync("/webhooks/script", notice, Json.Options);
        return response.StatusCode;
    }

    /// <summary>Until no webhook waits that is due.</summary>
    public Task Settled() => TestStore.Until(() => store.Do<StoreDb, bool>(async db =>
        !await db.Set<InboxMessage>().AnyAsync(m => m.Status == InboxStatus.Pending && m.Error == null)));

    public Task<PaymentStatus> Status(PaymentId id) => store.Do<StoreDb, PaymentStatus>(db => db.Set<Payment>().Where(p => p.Id == id).Select(p => p.Status).SingleAsync());

    public async Task<RefundId> Refund(string reference, long minor, string key) => await store.Do<IServiceProvider, RefundId>(async scope =>
    {
        var id = await scope.GetRequiredService<IPayments>().RequestRefund(reference, new Money(minor, "EUR"), key, "asked for", default);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        return id;
    });

    public async Task<long> Receipts(string reference) =>
        (await store.Do<ILedger, Money>(l => l.Balance(Book.Test, Account.BuyersReceipts(reference), "EUR", default))).Minor;

    /// <summary>Names of the facts about a payment, in their order.</summary>
    public Task<List<string>> Facts(PaymentId id) => store.Do<StoreDb, List<string>>(db =>
        db.Set<StoredEvent>().Where(e => e.Subject == id.ToString()).OrderBy(e => e.Sequence).Select(e => e.Type).ToListAsync());

    public async Task BooksBalance() => Assert.Empty(await store.Do<ILedgerProof, IReadOnlyList<string>>(p => p.Check(Book.Test, default)));

    public ValueTask DisposeAsync() => store.DisposeAsync();
}

/// <summary>One till a database for the tests of a class.</summary>
public sealed class TillFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<Till>>> tills = [];

    internal Task<Till> On(TestDatabase database) => tills.GetOrAdd(database, kind => new(() => Till.Open(kind))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var till in tills.Values) await (await till.Value).DisposeAsync();
    }
}
