namespace Emporium.Torture.Interleaving;

/// <summary>A millisecond passes each time it is looked at, so that ids sort in the order in which they were made, in every run alike.</summary>
internal sealed class TickingClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2031, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private long looks;

    public override DateTimeOffset GetUtcNow() => Start.AddMilliseconds(Interlocked.Increment(ref looks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref looks, (long)by.TotalMilliseconds);
}
