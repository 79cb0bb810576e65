using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Messaging.Sending;
using Emporium.Platform.Data;
using Emporium.Tests.Messaging.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Messaging;

/// <summary>What a person does when something did not arrive.</summary>
public sealed class ResendTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_waited_and_what_was_missed_is_sent_in_order_when_somebody_wants_it(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open(500);
        var (endpoint, thing) = (await store.Listen(receiver.Url), new Thing(store));
        await store.Happens(thing);
        await store.Tried(endpoint.Id, 1);

        await store.Do<SwitchEndpoint>(turn => turn.Disable(endpoint.Id, default));
        await store.Happens(thing);
        await store.Happens(thing);
        receiver.Says(200);
        await store.Do<SwitchEndpoint>(turn => turn.Enable(endpoint.Id, new(SendMissed: true), default));
        await store.Happens(thing);
        await store.Opened(endpoint.Id);
        await TestStore.Until(async () => (await store.Messages(endpoint.Id)) is { Count: 4 } all && all.TrueForAll(m => m.Status is MessageStatus.Sent));

        Assert.Equal([1L, 1L, 2L, 3L, 4L], receiver.All.Select(r => r.Sequence));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_waited_and_what_was_missed_is_left_out_when_nobody_wants_it(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open(500);
        var (endpoint, thing) = (await store.Listen(receiver.Url), new Thing(store));
        await store.Happens(thing);
        await store.Tried(endpoint.Id, 1);

        await store.Do<SwitchEndpoint>(turn => turn.Disable(endpoint.Id, default));
        await store.Happens(thing);
        receiver.Says(200);
        await store.Do<SwitchEndpoint>(turn => turn.Enable(endpoint.Id, new(SendMissed: false), default));
        await store.Opened(endpoint.Id);
        await store.Happens(thing);
        await receiver.Got(2);

        Assert.Equal([1L, 3L], receiver.All.Select(r => r.Sequence));
        Assert.Equal([MessageStatus.Skipped], (await store.Messages(endpoint.Id)).Where(m => m.Sequence < 3).Select(m => m.Status));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task One_message_is_sent_again_under_the_same_id(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);
        var id = await store.Happens(new Thing(store));
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);

        await store.Do<ReplayMessages>(async replay => await replay.One(endpoint.Id, (await store.Message(endpoint.Id)).Id, default));
        await receiver.Got(2);
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);

        Assert.All(receiver.All, got => Assert.Equal(id.ToString(), got.Id));
        Assert.Equal(2, await store.Do<StoreDb, int>(db => db.Set<Attempt>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task All_that_failed_since_a_day_is_sent_again(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);
        for (var i = 0; i < 3; i++)
        {
            await store.Happens(new Thing(store));
            await receiver.Got(i + 1);
            await store.AllBecome(endpoint.Id, MessageStatus.Sent);
            store.Clock.Advance(TimeSpan.FromDays(1));
        }
        await store.Do<StoreDb>(db => db.Transact(() => db.Set<Message>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MessageStatus.Failed)), default));

        var count = await store.Do<ReplayMessages, int>(replay => replay.FailedSince(endpoint.Id, store.Clock.Now.AddDays(-2.5), default));
        await receiver.Got(5);

        Assert.Equal(2, count);
        await TestStore.Until(async () => (await store.Messages(endpoint.Id)).Count(m => m.Status is MessageStatus.Sent) == 2);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task For_a_day_after_a_new_secret_both_sign(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);

        var renewed = (await store.Do<EndpointSecret, EndpointSecret.Shown>(secret => secret.Rotate(endpoint.Id, new(), default))).Value;
        await store.Happens(new Thing(store));
        await receiver.Got(1);
        var today = store.Clock.Now;
        store.Clock.Advance(TimeSpan.FromHours(25));
        await store.Happens(new Thing(store));
        await receiver.Got(2);

        Assert.Equal((true, true), (receiver.All[0].IsGenuine(endpoint.Secret!, today), receiver.All[0].IsGenuine(renewed, today)));
        Assert.Equal((false, true), (receiver.All[1].IsGenuine(endpoint.Secret!, store.Clock.Now), receiver.All[1].IsGenuine(renewed, store.Clock.Now)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_a_deleted_endpoint_nothing_is_left(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);
        await store.Happens(new Thing(store));
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);

        await store.Do<DeleteEndpoint>(delete => delete.Handle(endpoint.Id, default));
        await store.Happens(new Thing(store));

        Assert.Equal((0, 0, 0), await store.Do<StoreDb, (int, int, int)>(async db =>
            (await db.Set<Message>().CountAsync(), await db.Set<Attempt>().CountAsync(), await db.Set<Platform.Security.SubjectKey>().CountAsync(k => k.Subject == endpoint.Id.ToString()))));
        Assert.Single(receiver.All);
    }
}
