using System.Threading.Channels;

namespace Emporium.Sandbox.Webhooks;

/// <summary>Deliveries that are ready to be sent, and those that wait for their next attempt. What is pending is in the file; this is only its order.</summary>
internal sealed class WebhookQueue(TimeProvider clock)
{
    private readonly Channel<Delivery> _ready = Channel.CreateUnbounded<Delivery>();
    private readonly List<Delivery> _held = [];
    private readonly Lock _gate = new();
    private int _shuffle;

    public ChannelReader<Delivery> Ready => _ready.Reader;

    /// <summary>Holds fresh deliveries until there are that many, then releases them backwards; 0 or 1 restores the order.</summary>
    public int Shuffle
    {
        set
        {
            lock (_gate)
            {
                _shuffle = value;
                Release();
            }
        }
    }

    public void Add(IReadOnlyList<long> events)
    {
        foreach (var sequence in events) Add(new Delivery(sequence, 0));
    }

    public void Add(Delivery delivery)
    {
        lock (_gate)
        {
            if (_shuffle > 1)
            {
                _held.Add(delivery);
                if (_held.Count >= _shuffle) Release();
                return;
            }
        }

        _ready.Writer.TryWrite(delivery);
    }

    /// <summary>Sends it when the clock says so.</summary>
    public void AddLater(Delivery delivery, TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero) _ready.Writer.TryWrite(delivery);
        else _ = Task.Delay(delay, clock).ContinueWith(_ => _ready.Writer.TryWrite(delivery), TaskScheduler.Default);
    }

    private void Release()
    {
        for (var i = _held.Count - 1; i >= 0; i--) _ready.Writer.TryWrite(_held[i]);
        _held.Clear();
    }

    /// <summary>An event on its way to the endpoint.</summary>
    /// <param name="Attempt">How many were made before.</param>
    public sealed record Delivery(long Event, int Attempt);
}
