using Emporium.Platform.Events;
using Emporium.Tests.Support;

namespace Emporium.Tests.Events;

public sealed class DeadLetterTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_replayed_letter_runs_and_what_waited_behind_it_follows_in_order(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await Blocked(house);

        var letter = Assert.Single((await house.Do<IDeadLetters, Page<DeadLetter>>(l => l.List(null, 10, default))).Items);
        house.Breakage.Mend("vase");
        await house.Do<IDeadLetters>(l => l.Replay(letter.Event, letter.Reaction, default));
        var replayed = (await house.Deliveries(box))[0];
        await house.Work();

        Assert.Equal(("box.filled", box.Subject, 8, 2), (letter.Type, letter.Subject, letter.Attempts, letter.Behind));
        Assert.Equal((DeliveryStatus.Pending, 8), (replayed.Status, replayed.Attempts));
        Assert.Equal(["vase", "lamp", "book"], await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task All_letters_can_be_replayed_at_once(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("vase", Refusal.Conflict("vase.fragile", "Wrap it."));
        var (one, other) = (await house.NewBox("vase"), await house.NewBox("vase"));
        await house.Work();
        house.Breakage.Mend("vase");

        var replayed = await house.Do<IDeadLetters, int>(l => l.ReplayAll(default));
        await house.Work();

        Assert.Equal(2, replayed);
        Assert.Equal(["vase"], await house.Shelf(one));
        Assert.Equal(["vase"], await house.Shelf(other));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_skipped_letter_never_runs_and_lets_the_later_ones_go(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await Blocked(house);
        var id = (await house.Deliveries(box))[0].EventId;

        await house.Do<IDeadLetters>(l => l.Skip(id, Shelve.Name, "Ida", " Sold by hand. ", default));
        await house.Work();

        var skipped = (await house.Deliveries(box))[0];
        Assert.Equal(DeliveryStatus.Skipped, skipped.Status);
        Assert.StartsWith("InvalidOperationException: It slipped.\nSkipped by Ida on 2026-03-03", skipped.Error, StringComparison.Ordinal);
        Assert.EndsWith("UTC: Sold by hand.", skipped.Error, StringComparison.Ordinal);
        Assert.Equal(["lamp", "book"], await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Skipping_needs_a_reason_and_only_the_dead_are_touched(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await house.NewBox("book");
        await house.Work();
        var id = Assert.Single(await house.Deliveries(box)).EventId;

        var unreasoned = await Assert.ThrowsAsync<Refusal>(() => house.Do<IDeadLetters>(l => l.Skip(id, Shelve.Name, "Ida", " ", default)));
        var skipped = await Assert.ThrowsAsync<Refusal>(() => house.Do<IDeadLetters>(l => l.Skip(id, Shelve.Name, "Ida", "No use.", default)));
        var replayed = await Assert.ThrowsAsync<Refusal>(() => house.Do<IDeadLetters>(l => l.Replay(id, Shelve.Name, default)));

        Assert.Equal(("dead_letter.reason_required", "why"), (unreasoned.Code, unreasoned.Input));
        Assert.Equal(("dead_letter.not_found", "dead_letter.not_found"), (skipped.Code, replayed.Code));
        Assert.Equal([DeliveryStatus.Done], await house.Statuses(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_subject_has_its_history_and_each_fact_its_story(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await house.NewBox("book", "pen", "ink");
        await house.NewBox("lamp");

        var history = await house.Do<IEventDesk, IReadOnlyList<EventEnvelope>>(desk => desk.History(box.Subject, default));
        var story = await house.Do<IEventDesk, EventStory?>(desk => desk.Find(history[0].Id, default));

        Assert.Equal([1L, 2L, 3L], history.Select(e => e.Sequence));
        Assert.Equal(Shelve.Name, Assert.Single(story!.Deliveries).Reaction);
    }

    // A vase that nobody can shelve, and what comes after it.
    private static async Task<Box> Blocked(TrialHouse house)
    {
        house.Breakage.Break("vase", new InvalidOperationException("It slipped."));
        var box = await house.NewBox("vase", "lamp", "book");
        await DispatchTests.Tire(house);
        return box;
    }
}
