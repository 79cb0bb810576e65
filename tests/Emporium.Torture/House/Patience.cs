namespace Emporium.Torture.House;

/// <summary>Waiting for what happens by itself.</summary>
internal static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>False when it did not happen in time.</returns>
    public static async Task<bool> Try(TimeSpan atMost, Func<Task<bool>> condition)
    {
        for (var until = TimeProvider.System.GetTimestamp(); !await condition();)
        {
            if (TimeProvider.System.GetElapsedTime(until) > atMost) return false;
            await Task.Delay(Pause);
        }
        return true;
    }

    /// <exception cref="TimeoutException">It did not happen in time.</exception>
    public static async Task Until(string what, TimeSpan atMost, Func<Task<bool>> condition)
    {
        if (!await Try(atMost, condition)) throw new TimeoutException($"Waited {atMost.TotalSeconds:0} seconds in vain until: {what}.");
    }
}
