using Emporium.Platform.Data;
using Emporium.Tests.Events;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Data;

/// <summary>Units of work that are saved at the same moment: in SQLite they share a transaction, and nobody may notice.</summary>
public sealed class WritersAtOnceTests
{
    private const int Writers = 60;

    public static TheoryData<TestDatabase> Databases => TestDatabases.All;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_answered_is_there(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => house.NewBox())));

        Assert.Equal(Writers, await Boxes(house));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_that_fails_leaves_nothing_behind_and_harms_nobody(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => Write(house, fails: i % 3 == 0))));

        Assert.Equal(Writers / 3, outcomes.Count(worked => !worked));
        Assert.Equal(Writers - (Writers / 3), await Boxes(house));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_should_follow_a_commit_does_not_follow_a_failure(TestDatabase database)
    {
        await using var house = await TrialHouse.Open(database);
        var followed = 0;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => Write(house, fails: i % 3 == 0, () => Interlocked.Increment(ref followed)))));

        Assert.Equal(Writers - (Writers / 3), followed);
    }

    private static async Task<bool> Write(TrialHouse house, bool fails, Action? after = null)
    {
        try
        {
            await house.Do<StoreDb>(db => db.Transact(async () =>
            {
                db.AfterCommit(after ?? (() => { }));
                db.Add(new Box { Id = BoxId.New(house.Clock) });
                await db.SaveChangesAsync();
                if (fails) throw new InvalidOperationException("On purpose.");
            }, CancellationToken.None));
            return true;
        }
        catch (InvalidOperationException failure) when (failure.Message is "On purpose.")
        {
            return false;
        }
    }

    private static Task<int> Boxes(TrialHouse house) => house.Do<StoreDb, int>(db => db.Set<Box>().CountAsync());
}
