using System.Net;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Mail;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Desk;

using Delivery = Emporium.Platform.Events.Delivery;

public sealed class PlatformDeskTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Every_page_of_the_machinery_opens_for_the_owner(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();

        foreach (var page in new[] { "/admin/events", "/admin/events?type=order.paid&subject=x", "/admin/dead-letters", "/admin/mails", "/admin/jobs" })
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/admin/events/{EventId.New(store.Clock)}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/admin/mails/nonsense")).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dead_letter_is_replayed_from_its_page(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, id) = (await store.Owner(), await DeadLetter(store));
        Assert.Contains($"{id}", await owner.GetStringAsync("/admin/dead-letters/export.csv"), StringComparison.Ordinal);

        var replayed = await owner.Submit("/admin/dead-letters", $"/admin/events/{id}/deliveries/trial.gone/replay", ("back", "/admin/dead-letters"));

        Assert.Equal((HttpStatusCode.SeeOther, "/admin/dead-letters"), (replayed.StatusCode, replayed.Headers.Location?.OriginalString));
        Assert.Equal(DeliveryStatus.Pending, (await Delivery(store, id)).Status);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_dead_letter_is_skipped_with_a_reason_and_the_name_of_who_decided(TestDatabase database)
    {
        var store = await stores.On(database);
        var (owner, id) = (await store.Owner(), await DeadLetter(store));
        var (page, action) = ($"/admin/events/{id}", $"/admin/events/{id}/deliveries/trial.gone/skip");

        var unreasoned = await owner.Submit(page, action, ("why", ""));
        var skipped = await owner.Submit(page, action, ("why", "Done by hand."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.Contains("field-why-error", await unreasoned.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, page), (skipped.StatusCode, skipped.Headers.Location?.OriginalString));
        var delivery = await Delivery(store, id);
        Assert.Equal(DeliveryStatus.Skipped, delivery.Status);
        Assert.Contains("Skipped by Ida Halbert", delivery.Error, StringComparison.Ordinal);
        Assert.Contains("Done by hand.", await owner.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_is_shown_where_its_scripts_and_forms_can_do_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        await store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<IMail>().Post(new Letter("trial.note", "trial_1", $"trial {database}", "max@example.com", "A note", "<p>Hello Max</p>", "Hello Max"), default);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        var mail = Assert.Single(await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(desk => desk.Latest()));

        var page = await owner.GetStringAsync($"/admin/mails/{mail.Id}");
        var letter = await owner.GetAsync($"/admin/mails/{mail.Id}/letter");

        Assert.Contains("max@example.com", page, StringComparison.Ordinal);
        Assert.Equal("<p>Hello Max</p>", await letter.Content.ReadAsStringAsync());
        Assert.StartsWith("sandbox", Assert.Single(letter.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    // Of a reaction that no dispatcher serves, so that nothing runs it meanwhile.
    private static async Task<EventId> DeadLetter(TestStore store)
    {
        var (id, now) = (EventId.New(store.Clock), store.Clock.Now);
        await store.Do<StoreDb>(db =>
        {
            db.Add(new StoredEvent { Id = id, Type = "trial.happened", Version = 1, Subject = $"trial_{id}", Sequence = 1, Book = Book.Test, OccurredAt = now, Data = """{"amount":1}""" });
            db.Add(new Delivery { EventId = id, Reaction = "trial.gone", Subject = $"trial_{id}", Sequence = 1, Status = DeliveryStatus.Dead, Attempts = 8, DueAt = now, Error = "Broken." });
            return db.SaveChangesAsync();
        });
        return id;
    }

    private static Task<Delivery> Delivery(TestStore store, EventId id) => store.Do<StoreDb, Delivery>(db => db.Set<Delivery>().AsNoTracking().SingleAsync(d => d.EventId == id));
}
