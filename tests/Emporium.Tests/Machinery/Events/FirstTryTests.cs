using Emporium.Platform.Events;
using Emporium.Tests.Support;

namespace Emporium.Tests.Events;

public sealed class FirstTryTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_was_just_stored_runs_with_all_that_follows_from_it(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await house.NewBox("bag of pens");

        await house.Try();

        Assert.Equal(["bag of pens", "pens"], await house.Shelf(box));
        Assert.All(await house.Deliveries(box), delivery => Assert.Equal((DeliveryStatus.Done, 1, house.Clock.GetUtcNow()), (delivery.Status, delivery.Attempts, delivery.DoneAt)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Where_anything_fails_nothing_of_it_happened_and_the_loops_go_on_one_by_one(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("pens", new InvalidOperationException("They leak."));
        var (bag, book) = (await house.NewBox("bag of pens"), await house.NewBox("book"));

        await house.Try();
        Assert.Empty(await house.Shelf(bag));
        Assert.Empty(await house.Shelf(book));
        Assert.Equal((DeliveryStatus.Pending, 0), Assert.Single((await house.Deliveries(bag)).Select(d => (d.Status, d.Attempts))));
        await house.Work();

        Assert.Equal(["bag of pens"], await house.Shelf(bag));
        Assert.Equal([DeliveryStatus.Done, DeliveryStatus.Pending], await house.Statuses(bag));
        Assert.Equal(["book"], await house.Shelf(book));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Events_of_one_subject_run_in_their_order(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await house.NewBox("book", "bag of pens", "ink");

        await house.Try();

        Assert.Equal(["book", "bag of pens", "ink", "pens"], await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_comes_after_one_that_waits_for_its_next_try_waits_too(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("vase", new InvalidOperationException("It slipped."));
        var box = await house.NewBox("vase");
        await house.Try();
        await house.Work();

        house.Breakage.Mend("vase");
        await house.Fill(box, "lamp");
        await house.Try();
        Assert.Empty(await house.Shelf(box));
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        await house.Work();

        Assert.Equal(["vase", "lamp"], await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_another_node_ran_first_does_not_run_again(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        await using var twin = house.Twin();
        var box = await house.NewBox("book");

        await twin.Work();
        await house.Try();

        Assert.Equal(["book"], await house.Shelf(box));
        Assert.Equal([DeliveryStatus.Done], await house.Statuses(box));
    }
}
