namespace Emporium.Host.DemoStore.History;

/// <summary>A clock that runs at the pace of the real one, somewhere in the past, and can be set forward.</summary>
internal sealed class HistoryClock : TimeProvider
{
    private long behind;

    public HistoryClock(TimeSpan ago) => behind = ago.Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - TimeSpan.FromTicks(Interlocked.Read(ref behind));

    /// <summary>It is that moment now; nothing happens where it is past already. Never later than the real time.</summary>
    public void LeapTo(DateTimeOffset moment)
    {
        var ahead = moment - GetUtcNow();
        if (ahead > TimeSpan.Zero) Interlocked.Exchange(ref behind, Math.Max(0, Interlocked.Read(ref behind) - ahead.Ticks));
    }
}
