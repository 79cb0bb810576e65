using Emporium.Messaging.Endpoints;
using Emporium.Messaging.Messages;
using Emporium.Messaging.Sending;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Pages;
using Emporium.Tests.Accounts;
using Emporium.Tests.Messaging.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Messaging;

public sealed class RetryTests
{
    [Fact]
    public void The_schedule_makes_twelve_attempts_within_three_days()
    {
        var least = Pauses(chance: 0);
        var most = Pauses(chance: 1);

        Assert.Equal((12, 11), (RetrySchedule.Attempts, least.Count));
        Assert.Equal(TimeSpan.FromSeconds(4.5), least[0]);
        Assert.Equal(TimeSpan.FromSeconds(5.5), most[0]);
        Assert.InRange(most.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause).TotalDays, 2.9, 3.3);
        Assert.Equal(TimeSpan.FromMinutes(1), RetrySchedule.PauseAfter(1, TimeSpan.FromMinutes(1), 0.5));
        Assert.Equal(TimeSpan.FromHours(24), RetrySchedule.PauseAfter(1, TimeSpan.FromDays(9), 0.5));
        Assert.Null(RetrySchedule.PauseAfter(12, TimeSpan.FromMinutes(1), 0.5));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_never_arrives_is_given_up_after_three_days_and_the_owners_are_told(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await store.NewOwner();
        await using var receiver = await Receiver.Open();
        receiver.Says(500, "The receiver is \0out of order.");
        var endpoint = await store.Listen(receiver.Url);
        var began = store.Clock.Now;
        var id = await store.Happens(new Thing(store));

        for (var attempt = 1; attempt < RetrySchedule.Attempts; attempt++)
        {
            await store.Tried(endpoint.Id, attempt);
            var message = await store.Message(endpoint.Id);
            Assert.Equal((MessageStatus.Pending, "500"), (message.Status, message.Outcome));
            store.Clock.Advance(message.DueAt - store.Clock.Now + TimeSpan.FromMilliseconds(1));
        }
        await store.AllBecome(endpoint.Id, MessageStatus.Failed);

        Assert.InRange((store.Clock.Now - began).TotalDays, 2.5, 3.3);
        Assert.Equal(12, receiver.All.Count);
        Assert.All(receiver.All, got => Assert.Equal(id.ToString(), got.Id));
        Assert.True(receiver.All.Select(got => got.Headers["webhook-timestamp"]).Distinct().Count() > 10);
        var off = await store.Endpoint(endpoint.Id);
        Assert.Equal((EndpointStatus.Disabled, DisabledBy.Failing), (off.Status, off.Reason));
        Assert.All(await store.Do<StoreDb, List<Attempt>>(db => db.Set<Attempt>().ToListAsync()), a => Assert.Equal((500, "The receiver is out of order."), (a.StatusCode, a.Response)));
        var letter = await Letter(store, endpoint.Id);
        Assert.Contains($"/admin/settings/webhooks/{endpoint.Id}", letter.Text, StringComparison.Ordinal);
        Assert.EndsWith("@example.com", letter.To, StringComparison.Ordinal);
        Assert.Equal(1, (await store.Do<IEnumerable<IDeskConcern>, DeskConcern?>(concerns => concerns.OfType<GivenUpEndpoints>().Single().Look(default)))?.Count);
        Assert.Contains(await store.Do<IEnumerable<IDoctorCheck>, IReadOnlyList<Finding>>(checks => checks.OfType<EndpointsCheck>().Single().Look(default)), f => f.Health is Health.Poor);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_receiver_that_takes_some_is_not_switched_off_for_the_one_that_it_refuses(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        var endpoint = await store.Listen(receiver.Url);
        var refused = new Thing(store);
        receiver.Answers = got => Task.FromResult(new Receiver.Reply(got.Subject == refused.Subject ? 400 : 200));
        await store.Happens(refused);

        for (var attempt = 1; attempt < RetrySchedule.Attempts; attempt++)
        {
            await TestStore.Until(async () => (await First()).Attempts == attempt);
            if (attempt == 6) await store.Happens(new Thing(store));
            store.Clock.Advance((await First()).DueAt - store.Clock.Now + TimeSpan.FromMilliseconds(1));
        }
        await TestStore.Until(async () => (await First()).Status is MessageStatus.Failed);

        Assert.Equal(EndpointStatus.Enabled, (await store.Endpoint(endpoint.Id)).Status);
        async Task<Message> First() => (await store.Messages(endpoint.Id))[0];
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_receiver_that_asks_for_silence_gets_it(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        receiver.Says(429, null, ("Retry-After", "120"));
        var endpoint = await store.Listen(receiver.Url);

        await store.Happens(new Thing(store));
        await store.Tried(endpoint.Id, 1);
        receiver.Says(200);
        await store.Happens(new Thing(store));
        var rests = (await store.Endpoint(endpoint.Id)).RestsUntil!.Value - store.Clock.Now;
        store.Clock.Advance(TimeSpan.FromSeconds(100));
        store.Services.GetRequiredService<CourierBell>().Ring();
        Assert.Single(receiver.All);
        store.Clock.Advance(TimeSpan.FromSeconds(21));
        await store.AllBecome(endpoint.Id, MessageStatus.Sent);

        Assert.InRange(rests.TotalSeconds, 100, 120);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_receiver_that_is_gone_is_switched_off_at_once(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open(410);
        var endpoint = await store.Listen(receiver.Url);

        await store.Happens(new Thing(store));
        await store.AllBecome(endpoint.Id, MessageStatus.Failed);
        await TestStore.Until(() => Task.FromResult(store.Services.GetRequiredService<Subscribers>().All.Count == 0));
        await store.Happens(new Thing(store));

        Assert.Equal(DisabledBy.Gone, (await store.Endpoint(endpoint.Id)).Reason);
        Assert.Single(receiver.All);
        await store.Message(endpoint.Id);
        Assert.Contains("410 Gone", (await Letter(store, endpoint.Id)).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_redirect_is_not_followed(TestDatabase database)
    {
        await using var store = await Hooks.Open(database);
        await using var receiver = await Receiver.Open();
        receiver.Says(307, null, ("Location", "/elsewhere"));
        var endpoint = await store.Listen(receiver.Url);

        await store.Happens(new Thing(store));
        await store.Tried(endpoint.Id, 1);

        Assert.Equal("/hooks", Assert.Single(receiver.All).Path);
        Assert.Equal("307", (await store.Message(endpoint.Id)).Outcome);
    }

    private static async Task<Letter> Letter(TestStore store, EndpointId about)
    {
        var mail = Assert.Single(await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(desk => desk.About(about.ToString(), default)));
        return (await store.Do<IMailDesk, Letter?>(desk => desk.Open(mail.Id, default)))!;
    }

    private static List<TimeSpan> Pauses(double chance) =>
        [.. Enumerable.Range(1, RetrySchedule.Attempts).Select(attempt => RetrySchedule.PauseAfter(attempt, null, chance)).OfType<TimeSpan>()];
}
