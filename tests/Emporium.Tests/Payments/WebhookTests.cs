using System.Net;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Payments.Inbox;
using Emporium.Platform.Data;
using Emporium.Tests.Payments.Support;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Payments;

public sealed class WebhookTests(TillFixture tills) : IClassFixture<TillFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_webhook_that_comes_a_hundred_times_at_once_books_once(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => till.Tell(Till.About(id, reference))));
        await till.Settled();

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(PaymentStatus.Captured, await till.Status(id));
        Assert.Equal(-2900, await till.Receipts(reference));
        Assert.Equal(["payment.captured"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Different_events_about_one_payment_book_once(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => till.Tell(Till.About(id, reference, $"paid{i}"))));
        await till.Settled();

        Assert.Equal(["payment.captured"], await till.Facts(id));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_gateway_is_not_asked_about_what_is_booked(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Captured(reference);
        var reads = till.Gateway.Reads.Count;

        await till.Tell(Till.About(id, reference, "again"));
        await till.Settled();

        Assert.Equal(reads, till.Gateway.Reads.Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_forged_webhook_is_refused_and_leaves_nothing(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id);

        Assert.Equal(HttpStatusCode.BadRequest, await till.Tell(Till.About(id, reference, "forged"), secret: "guessed"));

        Assert.False(await till.Store.Do<StoreDb, bool>(db => db.Set<InboxMessage>().AnyAsync(m => m.Type == "forged")));
        Assert.Equal(PaymentStatus.Open, await till.Status(id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_webhook_about_nobody_is_kept_and_ignored(TestDatabase database)
    {
        var till = await tills.On(database);
        var stranger = PaymentId.New(till.Store.Clock);

        await till.Tell(Till.About(stranger, Till.NewReference(), "stranger"));
        await till.Settled();

        Assert.Equal(InboxStatus.Ignored, await till.Store.Do<StoreDb, InboxStatus>(db => db.Set<InboxMessage>().Where(m => m.PaymentId == stranger).Select(m => m.Status).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_nobody_waits_for_is_noted_once_without_its_content(TestDatabase database)
    {
        var till = await tills.On(database);
        var notice = Till.About(PaymentId.New(till.Store.Clock), Till.NewReference(), "curious") with { Kind = NoticeKind.Other };

        Assert.Equal(HttpStatusCode.OK, await till.Tell(notice));
        Assert.Equal(HttpStatusCode.OK, await till.Tell(notice));

        var noted = Assert.Single(await till.Store.Do<StoreDb, List<InboxMessage>>(db => db.Set<InboxMessage>().Where(m => m.EventId == notice.EventId).ToListAsync()));
        Assert.Equal((InboxStatus.Ignored, (byte[]?)null), (noted.Status, noted.Body));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_a_dead_node_left_is_booked_once_by_two_that_find_it_together(TestDatabase database)
    {
        Assert.SkipUnless(database is TestDatabase.Postgres, "SQLite serves one node.");
        await using var till = await Till.Open(database);
        await using var twin = await till.Twin();
        var payments = new List<(PaymentId Id, string Reference)>();
        for (var i = 0; i < 20; i++)
        {
            var reference = Till.NewReference();
            payments.Add((await till.Opened(reference), reference));
            till.Pay(payments[^1].Id);
        }
        await till.Store.Do<StoreDb>(async db =>
        {
            db.AddRange(payments.Select(p => InboxMessage.Of("script", Till.About(p.Id, p.Reference), p.Reference, [1], till.Store.Clock)));
            await db.SaveChangesAsync();
        });

        till.Store.Clock.Advance(TimeSpan.FromSeconds(6));
        await till.Settled();

        foreach (var (id, reference) in payments)
        {
            Assert.Equal(["payment.captured"], await till.Facts(id));
            Assert.Equal(2, (await till.Store.Do<ILedger, IReadOnlyList<JournalEntry>>(ledger => ledger.About(reference, default))).Count(e => e.Kind is "payment.captured" or "payment.fee"));
        }
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_webhook_of_the_other_book_books_nothing(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id);

        await till.Tell(Till.About(id, reference, "live") with { Book = Book.Live });

        Assert.Equal(InboxStatus.Ignored, await till.Store.Do<StoreDb, InboxStatus>(db => db.Set<InboxMessage>().Where(m => m.Type == "live" && m.PaymentId == id).Select(m => m.Status).SingleAsync()));
        Assert.Equal(PaymentStatus.Open, await till.Status(id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task News_older_than_what_is_known_changes_nothing(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Captured(reference);
        till.Gateway.Payments[$"cs_{id}"] = new PaymentState.Expired();

        await till.Tell(Till.About(id, reference, "expired"));
        await till.Settled();

        Assert.Equal(PaymentStatus.Captured, await till.Status(id));
        Assert.Equal(["payment.captured"], await till.Facts(id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Money_that_comes_after_the_attempt_was_given_up_is_booked(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Gateway.Payments[$"cs_{id}"] = new PaymentState.Expired();
        await till.Tell(Till.About(id, reference, "expired"));
        await till.Settled();
        Assert.Equal(PaymentStatus.Expired, await till.Status(id));

        till.Pay(id);
        await till.Tell(Till.About(id, reference, "late"));
        await till.Settled();

        Assert.Equal(["payment.failed", "payment.captured"], await till.Facts(id));
        Assert.Equal(-2900, await till.Receipts(reference));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_really_came_is_booked_and_a_difference_is_told(TestDatabase database)
    {
        var (till, reference) = (await tills.On(database), Till.NewReference());
        var id = await till.Opened(reference);
        till.Pay(id, 2800);

        await till.Tell(Till.About(id, reference));
        await till.Settled();

        Assert.Equal(-2800, await till.Receipts(reference));
        Assert.Contains(await till.Store.Do<IPayments, IReadOnlyList<PaymentMoment>>(p => p.History(reference, default)), m => m.Title.StartsWith("Another amount", StringComparison.Ordinal));
        await till.BooksBalance();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_webhook_waits_while_the_gateway_does_not_answer_and_a_person_can_replay_it(TestDatabase database)
    {
        await using var till = await Till.Open(database);
        var reference = Till.NewReference();
        var id = await till.Opened(reference);
        till.Pay(id);
        till.Gateway.Trouble = new GatewayException(GatewayFault.Unavailable, null, "down");
        await till.Tell(Till.About(id, reference));

        await TestStore.Until(async () =>
        {
            till.Store.Clock.Advance(TimeSpan.FromHours(1));
            return await Message(till, m => m.Status) is InboxStatus.Dead;
        });
        till.Gateway.Trouble = null;
        await till.Store.Do<ReplayMessage>(async replay => await replay.Handle(await Message(till, m => m.Id), default));
        await till.Settled();

        Assert.Equal(InboxStatus.Done, await Message(till, m => m.Status));
        Assert.Equal(PaymentStatus.Captured, await till.Status(id));
        await till.BooksBalance();
    }

    private static Task<T> Message<T>(Till till, System.Linq.Expressions.Expression<Func<InboxMessage, T>> what) =>
        till.Store.Do<StoreDb, T>(db => db.Set<InboxMessage>().Select(what).SingleAsync());
}
