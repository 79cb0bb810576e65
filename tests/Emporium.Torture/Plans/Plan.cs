using System.Security.Cryptography;
using System.Text;

namespace Emporium.Torture.Plans;

/// <param name="AtMark">The kill comes when that many marks of buyers have been passed.</param>
/// <param name="AfterMilliseconds">A moment later, into the middle of what they do.</param>
internal sealed record Kill(int AtMark, int AfterMilliseconds);

/// <summary>A misfortune of the bank: its API fails, or its messages go astray.</summary>
/// <param name="Order">JSON for the sandbox's <c>/sandbox/control/faults</c>.</param>
internal sealed record BankFault(int AtMark, string Order);

/// <summary>All actions, faults and kills of a run: a pure function of seed, count and number of kills.</summary>
internal sealed record Plan(IReadOnlyList<BuyerPlan> Buyers, IReadOnlyList<Kill> Kills, IReadOnlyList<BankFault> Faults)
{
    public static Plan Of(ulong seed, int count, int? kills)
    {
        var dice = new Dice(seed);
        var marks = count * BuyerPlan.Marks;
        BuyerPlan[] buyers = [.. Enumerable.Range(1, count).Select(number => BuyerPlan.Of(number, dice))];
        return new Plan(
            buyers,
            [.. Enumerable.Range(0, kills ?? 1 + (count / 60)).Select(_ => new Kill(Mark(dice, marks), dice.Between(0, 60))).OrderBy(k => k.AtMark)],
            [.. Enumerable.Range(0, 2 + (count / 12)).Select(_ => new BankFault(Mark(dice, marks), dice.Of(Orders))).OrderBy(f => f.AtMark)]);
    }

    /// <summary>A name for the plan: equal plans have equal names.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [.. Buyers.Select(b => $"{b} {string.Join(',', b.Products)}"), .. Kills.Select(k => $"{k}"), .. Faults.Select(f => $"{f}")]))))[..16];

    // Not at the very start, when nothing is under way, nor at the very end.
    private static int Mark(Dice dice, int marks) => dice.Between(marks / 10, Math.Max(marks * 9 / 10, (marks / 10) + 1));

    private static readonly string[] Orders =
    [
        """{"api":[{"kind":"Error","calls":2}]}""",
        """{"api":[{"kind":"RateLimit","calls":2}]}""",
        """{"api":[{"kind":"Drop","calls":2}]}""",
        """{"api":[{"kind":"Hang","calls":1,"seconds":1.5},{"kind":"Drop","calls":1}]}""",
        """{"webhooks":{"duplicate":2}}""",
        """{"webhooks":{"shuffle":5}}""",
        """{"webhooks":{"shuffle":0,"drop":3}}""",
    ];
}
