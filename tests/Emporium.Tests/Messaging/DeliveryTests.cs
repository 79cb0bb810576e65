using Emporium.Catalog.Contracts;
using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Messaging.Sending;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Tests.Messaging.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Messaging;

public sealed class DeliveryTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_fact_reaches_every_endpoint_that_waits_for_it_signed_with_its_secret(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var all = await Receiver.Open();
        await using var some = await Receiver.Open();
        await using var none = await Receiver.Open();
        var (everything, archived) = (await store.Listen(all.Url), await store.Listen(some.Url, "product.archived"));
        await store.Listen(none.Url, "order.paid");
        await store.Do<CreateEndpoint, EndpointAnswer>(create => create.Handle(new EndpointRequest(none.Url, Book: Book.Live), default));
        var thing = new Thing(store);

        var id = await store.Happens(thing);
        await Task.WhenAll(all.Got(1), some.Got(1));
        await store.AllBecome(everything.Id, MessageStatus.Sent);

        var got = Assert.Single(all.All);
        Assert.Equal((id.ToString(), "product.archived", thing.Subject, 1L), (got.Id, got.Type, got.Subject, got.Sequence));
        Assert.Equal(("test", thing.Subject), (got.Json.GetProperty("book").GetString(), got.Json.GetProperty("data").GetProperty("product").GetString()));
        Assert.True(got.IsGenuine(everything.Secret!, store.Clock.Now));
        Assert.False(got.IsGenuine(archived.Secret!, store.Clock.Now));
        Assert.True(Assert.Single(some.All).IsGenuine(archived.Secret!, store.Clock.Now));
        Assert.Empty(none.All);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_message_exists_with_its_fact_or_not_at_all(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);

        await store.Do<IServiceProvider>(scope =>
        {
            scope.GetRequiredService<IEvents>().Raise(new Thing(store), new ProductArchived(ProductId.New(store.Clock)));
            return Task.CompletedTask;
        });
        await store.Happens(new Thing(store));
        await receiver.Got(1);

        await store.Message(endpoint.Id);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Looking_for_what_was_missed_again_and_again_makes_one_message_for_each_event(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);
        var thing = new Thing(store);
        var first = await store.Happens(thing);
        await receiver.Got(1);

        await store.Do<SwitchEndpoint>(turn => turn.Disable(endpoint.Id, default));
        var second = await store.Happens(thing);
        for (var i = 0; i < 3; i++)
        {
            await store.Do<SwitchEndpoint>(turn => turn.Disable(endpoint.Id, default));
            await store.Do<SwitchEndpoint>(turn => turn.Enable(endpoint.Id, new(SendMissed: true), default));
            await store.Opened(endpoint.Id);
        }
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);

        Assert.Equal([first, second], (await store.Messages(endpoint.Id)).Select(m => m.EventId));
        Assert.Equal([first.ToString(), second.ToString()], receiver.All.Select(r => r.Id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Messages_about_one_subject_keep_their_order_and_those_about_others_do_not_wait(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);
        var (stuck, free) = (new Thing(store), new Thing(store));
        receiver.Answers = got => Task.FromResult(new Receiver.Reply(got.Subject == stuck.Subject ? 500 : 200));

        for (var i = 0; i < 3; i++) await store.Happens(stuck);
        for (var i = 0; i < 2; i++) await store.Happens(free);
        await receiver.Got(3);
        await TestStore.Until(async () => (await store.Messages(endpoint.Id)).Count(m => m.Status is MessageStatus.Sent) == 2);
        Assert.Equal([1L, 2L], receiver.All.Where(r => r.Subject == free.Subject).Select(r => r.Sequence));
        Assert.Equal([1L], receiver.All.Where(r => r.Subject == stuck.Subject).Select(r => r.Sequence));

        receiver.Says(200);
        store.Clock.Advance(TimeSpan.FromSeconds(6));
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);
        Assert.Equal([1L, 1L, 2L, 3L], receiver.All.Where(r => r.Subject == stuck.Subject).Select(r => r.Sequence));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_slow_endpoint_holds_up_nobody_else(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var slow = await Receiver.Open();
        await using var quick = await Receiver.Open();
        var patience = new TaskCompletionSource();
        slow.Answers = async _ => { await patience.Task; return new(200); };
        var (first, _) = (await store.Listen(slow.Url), await store.Listen(quick.Url));

        for (var i = 0; i < 3; i++) await store.Happens(new Thing(store));
        await quick.Got(3);
        Assert.DoesNotContain(await store.Messages(first.Id), m => m.Status is MessageStatus.Sent);
        patience.SetResult();
        await store.AllBecome(first.Id, MessageStatus.Sent);
    }

    /// <summary>As after a crash between the receiver's yes and our note, or when another node took over.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_a_late_holder_of_the_lease_did_is_not_kept_and_is_sent_again_under_the_same_id(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open(500);
        var endpoint = await store.Listen(receiver.Url);
        var id = await store.Happens(new Thing(store));
        await store.Tried(endpoint.Id, 1);
        var answer = new Answer(store.Clock.Now, TimeSpan.Zero, "v1,", 200, null, null, null);

        var kept = await store.Services.GetRequiredService<RecordAnswer>().Run(new Leases.Held($"webhooks {endpoint.Id}", Fence: -1, store.Clock.Now), await store.Message(endpoint.Id), receiver.Url, answer, default);
        receiver.Says(200);
        store.Clock.Advance(TimeSpan.FromSeconds(6));
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);

        Assert.False(kept);
        Assert.Equal([id.ToString(), id.ToString()], receiver.All.Select(r => r.Id));
        Assert.Equal(2, await store.Do<StoreDb, int>(db => db.Set<Attempt>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task While_nobody_listens_a_fact_leaves_no_message(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);

        await store.Happens(new Thing(store));

        Assert.Equal(0, await store.Do<StoreDb, int>(db => db.Set<Message>().CountAsync()));
        Assert.Empty(store.Services.GetRequiredService<Subscribers>().All);
    }
}
