using System.Text.RegularExpressions;
using Emporium.Torture;
using Emporium.Torture.Plans;

namespace Emporium.Tests.Torture;

/// <summary>The torture itself is tried: it repeats itself, it is content with the store as it is, and it finds what is wrong with one whose guard is gone.</summary>
public sealed partial class TortureTests
{
    [Fact]
    public void A_plan_follows_from_seed_and_count_alone()
    {
        Assert.Equal("1dfaea317a0c5783", Plan.Of(1, 12, null).Fingerprint);
        Assert.NotEqual(Plan.Of(1, 12, null).Fingerprint, Plan.Of(2, 12, null).Fingerprint);
        Assert.NotEqual(Plan.Of(1, 12, null).Fingerprint, Plan.Of(1, 13, null).Fingerprint);
    }

    [Fact]
    public async Task The_same_seed_interleaves_the_same_and_nothing_is_wrong()
    {
        var (first, again, other) = (await Interleave(3, 1), await Interleave(3, 1), await Interleave(3, 2));

        Assert.Equal((0, 0, 0), (first.Exit, again.Exit, other.Exit));
        Assert.Equal(Schedule().Match(first.Output).Value, Schedule().Match(again.Output).Value);
        Assert.NotEqual(Schedule().Match(first.Output).Value, Schedule().Match(other.Output).Value);
    }

    [Theory]
    [InlineData("cart-version", "several orders for one version of cart")]
    [InlineData("inbox-duplicate", "several copies of one message of the bank")]
    [InlineData("capture-once", "several journal entries for one cause: payment.captured")]
    [InlineData("download-limit", "5 downloads where 3 are allowed")]
    public async Task Without_a_guard_the_violation_is_found_and_named(string guard, string violation)
    {
        var run = await Interleave(6, 1, "--disable-guard", guard);

        Assert.Equal(1, run.Exit);
        Assert.Contains(violation, run.Output, StringComparison.Ordinal);
        Assert.Contains($"--seed 1 --disable-guard {guard}", run.Output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> Interleave(int rounds, int seed, params string[] more)
    {
        var options = Options.Of(["--mode", "interleave", "--count", $"{rounds}", "--seed", $"{seed}", .. more], out var fault);
        Assert.True(options is not null, fault);
        await using var output = new StringWriter();
        return (await Run.Of(options, output), output.ToString());
    }

    [GeneratedRegex("schedule [0-9a-f]{16}: [0-9]+ rounds, [0-9]+ steps")]
    private static partial Regex Schedule();
}
