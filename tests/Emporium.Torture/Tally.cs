using System.Collections.Concurrent;
using System.Globalization;

namespace Emporium.Torture;

/// <summary>The ways in which a store can be wrong with money.</summary>
internal enum Wrong
{
    /// <summary>Something exists twice that may exist once.</summary>
    Duplicate,

    /// <summary>Something that must exist does not: money the store does not know, a purchase that was not delivered, a fact nobody heard.</summary>
    Lost,

    /// <summary>More went out than was allowed: downloads over the limit, refunds over what was captured.</summary>
    Overredeemed,

    /// <summary>The books do not balance, or do not agree with the orders.</summary>
    Imbalance,

    /// <summary>The store answered what it never should: 500, or a refusal where there was no reason.</summary>
    Error,
}

/// <summary>Everything that was found wrong, and what was done.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<(Wrong Kind, string What)> findings = [];

    public int Orders { get; set; }

    public int Payments { get; set; }

    public int Kills { get; set; }

    public IEnumerable<string> Findings => findings.Select(f => $"{f.Kind}: {f.What}");

    public bool IsClean => findings.IsEmpty;

    public void Add(Wrong kind, string what) => findings.Enqueue((kind, what));

    public void Add(Wrong kind, IEnumerable<string> all)
    {
        foreach (var what in all) Add(kind, what);
    }

    /// <summary>The one line that a run ends with.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"orders={Orders} payments={Payments} duplicates={Of(Wrong.Duplicate)} lost={Of(Wrong.Lost)} overredeemed={Of(Wrong.Overredeemed)} imbalance={Of(Wrong.Imbalance)} errors={Of(Wrong.Error)} kills={Kills}");

    private int Of(Wrong kind) => findings.Count(f => f.Kind == kind);
}
