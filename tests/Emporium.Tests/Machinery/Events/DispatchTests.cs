using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Events;

public sealed class DispatchTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(3);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_reaction_that_fails_runs_again_later_and_succeeds(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("vase", new InvalidOperationException("It slipped."));
        var box = await house.NewBox("vase");

        await house.Work();
        var failed = Assert.Single(await house.Deliveries(box));
        house.Breakage.Mend("vase");
        await house.Work();
        Assert.Empty(await house.Shelf(box));
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        await house.Work();

        Assert.Equal((DeliveryStatus.Pending, 1, "InvalidOperationException: It slipped."), (failed.Status, failed.Attempts, failed.Error));
        Assert.Equal(["vase"], await house.Shelf(box));
        Assert.Equal([DeliveryStatus.Done], await house.Statuses(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_reaction_that_fails_eight_times_is_given_up(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("vase", new InvalidOperationException("It slipped."));
        var box = await house.NewBox("vase");

        await Tire(house);

        var delivery = Assert.Single(await house.Deliveries(box));
        Assert.Equal((DeliveryStatus.Dead, 8), (delivery.Status, delivery.Attempts));
        Assert.Empty(await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refusal_is_given_up_at_once(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("cat", Refusal.Conflict("box.alive", "A cat does not belong on a shelf."));
        var box = await house.NewBox("cat");

        await house.Work();

        var delivery = Assert.Single(await house.Deliveries(box));
        Assert.Equal((DeliveryStatus.Dead, 1), (delivery.Status, delivery.Attempts));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_comes_later_for_a_subject_waits_and_other_subjects_go_on(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("vase", new InvalidOperationException("It slipped."));
        var blocked = await house.NewBox("book", "vase", "lamp");
        var free = await house.NewBox("pen", "ink");

        await house.Work();
        Assert.Equal([DeliveryStatus.Done, DeliveryStatus.Pending, DeliveryStatus.Pending], await house.Statuses(blocked));
        await Tire(house);

        Assert.Equal([DeliveryStatus.Done, DeliveryStatus.Dead, DeliveryStatus.Pending], await house.Statuses(blocked));
        Assert.Equal(["book"], await house.Shelf(blocked));
        Assert.Equal(["pen", "ink"], await house.Shelf(free));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task One_bad_event_of_a_batch_holds_up_none_of_the_others_and_leaves_nothing(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        house.Breakage.Break("vase", new InvalidOperationException("It slipped."));
        var boxes = new List<Box>();
        foreach (var content in (string[])["pen", "vase", "ink"]) boxes.Add(await house.NewBox(content));

        await house.Run((await house.Hold())!);

        Assert.Equal(["pen"], await house.Shelf(boxes[0]));
        Assert.Empty(await house.Shelf(boxes[1]));
        Assert.Equal(["ink"], await house.Shelf(boxes[2]));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_node_that_lost_its_lease_leaves_nothing(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        await using var twin = house.Twin();
        var box = await house.NewBox("book");

        var late = (await house.Hold())!;
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var current = (await twin.Hold())!;
        await house.Run(late);
        Assert.Empty(await house.Shelf(box));
        await twin.Run(current);

        Assert.True(current.Fence > late.Fence);
        Assert.Equal(["book"], await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Two_nodes_run_each_event_once(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        await using var twin = house.Twin();
        var boxes = new List<Box>();
        for (var i = 0; i < 12; i++) boxes.Add(await house.NewBox("book", "pen", "ink"));

        await Task.WhenAll(house.Work(), twin.Work());

        foreach (var box in boxes) Assert.Equal(["book", "pen", "ink"], await house.Shelf(box));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_event_of_a_version_that_only_a_newer_node_knows_waits_for_it(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var box = await house.NewBox("book");
        await Rewrite(house, version: 9);

        await house.Work();
        var waiting = Assert.Single(await house.Deliveries(box));
        await Rewrite(house, version: 1);
        house.Clock.Advance(Long);
        await house.Work();

        Assert.Equal((DeliveryStatus.Pending, 1), (waiting.Status, waiting.Attempts));
        Assert.Equal(["book"], await house.Shelf(box));
    }

    private static Task Rewrite(TrialHouse house, int version) =>
        house.Do<StoreDb>(db => db.Set<StoredEvent>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, version)));

    internal static async Task Tire(TrialHouse house)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await house.Work();
            house.Clock.Advance(Long);
        }
    }
}
