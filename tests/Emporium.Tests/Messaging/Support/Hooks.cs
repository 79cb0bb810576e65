using Emporium.Catalog.Contracts;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Messaging.Support;

/// <summary>How a test listens to a store, and makes things happen in it.</summary>
internal static class Hooks
{
    private static readonly TimeSpan UntilOtherNodesKnow = TimeSpan.FromSeconds(4);

    /// <summary>A store that may speak with this machine.</summary>
    public static Task<TestStore> Open(TestDatabase database) =>
        TestStore.Open(database, new Dictionary<string, string> { ["Webhooks:AllowedNetworks"] = "127.0.0.0/8 ::1/128" });

    /// <summary>An endpoint that takes messages.</summary>
    public static async Task<EndpointAnswer> Listen(this TestStore store, string url, params string[] types)
    {
        var made = await store.Do<CreateEndpoint, EndpointAnswer>(create => create.Handle(new EndpointRequest(url, "Trial", types), default));
        await store.Opened(made.Id);
        return made;
    }

    public static Task Opened(this TestStore store, EndpointId id)
    {
        store.Clock.Advance(UntilOtherNodesKnow);
        return TestStore.Until(async () => (await store.Endpoint(id)).CatchUpFrom is null);
    }

    public static async Task<EventId> Happens(this TestStore store, Thing thing, IFact? fact = null)
    {
        await store.Do<IServiceProvider>(async scope =>
        {
            scope.GetRequiredService<IEvents>().Raise(thing, fact ?? new ProductArchived(thing.Id));
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        return await store.Do<IEventDesk, EventId>(async desk => (await desk.History(thing.Subject, default))[^1].Id);
    }

    public static Task<WebhookEndpoint> Endpoint(this TestStore store, EndpointId id) => store.Do<StoreDb, WebhookEndpoint>(db => db.Set<WebhookEndpoint>().AsNoTracking().SingleAsync(e => e.Id == id));

    public static Task<List<Message>> Messages(this TestStore store, EndpointId id) =>
        store.Do<StoreDb, List<Message>>(db => db.Set<Message>().AsNoTracking().Where(m => m.EndpointId == id).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());

    public static async Task<Message> Message(this TestStore store, EndpointId id) => Assert.Single(await store.Messages(id));

    public static Task AllBecome(this TestStore store, EndpointId id, MessageStatus status) =>
        TestStore.Until(async () => (await store.Messages(id)).TrueForAll(m => m.Status == status));

    /// <summary>Waits until so many attempts were made for the endpoint's only message, and kept.</summary>
    public static Task Tried(this TestStore store, EndpointId id, int attempts) => TestStore.Until(async () => (await store.Message(id)).Attempts == attempts);
}

/// <summary>What facts of a test are about.</summary>
internal sealed class Thing(TestStore store) : ISubject
{
    public ProductId Id { get; } = ProductId.New(store.Clock);

    public string Subject => Id.ToString();

    public Book Book { get; init; } = Book.Test;

    public long LastEvent { get; set; }
}
