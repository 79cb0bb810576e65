using System.Collections.Concurrent;

namespace Emporium.Platform.Events;

/// <summary>Tells the dispatcher of this process that there is work, so that it need not wait for its next look.</summary>
internal sealed class DispatchSignal
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> waiting = [];

    public void Wake(string reaction)
    {
        var bell = Bell(reaction);
        if (bell.CurrentCount > 0) return;
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang in the same instant: one ring is enough.
        }
    }

    /// <summary>Returns at the next ring, or after the pause: retries fall due and other nodes write without ringing here.</summary>
    /// <returns>True where it was rung.</returns>
    public Task<bool> Wait(string reaction, TimeSpan atMost, CancellationToken ct) => Bell(reaction).WaitAsync(atMost, ct);

    private SemaphoreSlim Bell(string reaction) => waiting.GetOrAdd(reaction, _ => new SemaphoreSlim(0, 1));
}
