namespace Emporium;

/// <summary>The moment, as the databases can keep it.</summary>
public static class Clock
{
    extension(TimeProvider clock)
    {
        /// <summary>UTC in whole microseconds: PostgreSQL keeps no more, so a stored moment equals the one in memory.</summary>
        public DateTimeOffset Now => clock.GetUtcNow().ToMicroseconds();
    }

    /// <summary>Cuts what PostgreSQL would cut.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
