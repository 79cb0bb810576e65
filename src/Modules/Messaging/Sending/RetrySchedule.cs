namespace Emporium.Messaging.Sending;

/// <summary>When a message that was not taken is sent again: twelve attempts within three days, then never by itself.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Receivers that went down together do not come back to a crowd.</summary>
    private const double Jitter = 0.1;

    /// <summary>The longest silence that a receiver may ask for.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(24);

    public static int Attempts => Pauses.Length + 1;

    /// <param name="attempts">How many were made, this one included.</param>
    /// <param name="asked">What the receiver asked for with <c>Retry-After</c>.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <returns>Null where it is given up.</returns>
    public static TimeSpan? PauseAfter(int attempts, TimeSpan? asked, double chance)
    {
        if (attempts > Pauses.Length) return null;
        var pause = Pauses[attempts - 1] * (1 - Jitter + (2 * Jitter * chance));
        return asked > pause ? (asked < LongestRest ? asked : LongestRest) : pause;
    }
}
