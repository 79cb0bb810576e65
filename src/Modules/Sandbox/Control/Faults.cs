using System.Collections.Concurrent;

namespace Emporium.Sandbox.Control;

/// <summary>Misfortunes that a test orders beforehand. They are counted, never random, so that a run can be repeated.</summary>
internal sealed class Faults
{
    private readonly ConcurrentQueue<ApiFault> _api = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _flow = Flowing();
    private int _drops;

    /// <summary>How many extra times each event is sent.</summary>
    public int Copies { get; private set; }

    /// <summary>Puts each fault in line as often as it says; API calls meet them in the order in which they were ordered.</summary>
    public void Order(ApiFault fault, int calls)
    {
        for (var i = 0; i < calls; i++) _api.Enqueue(fault);
    }

    public ApiFault? Take() => _api.TryDequeue(out var fault) ? fault : null;

    public void DropWebhooks(int count) => Interlocked.Exchange(ref _drops, count);

    public bool TakeDrop()
    {
        if (Volatile.Read(ref _drops) <= 0) return false;
        if (Interlocked.Decrement(ref _drops) >= 0) return true;
        Interlocked.Increment(ref _drops);
        return false;
    }

    public void DuplicateWebhooks(int copies) => Copies = copies;

    public void PauseWebhooks()
    {
        lock (_gate)
        {
            if (_flow.Task.IsCompleted) _flow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void ResumeWebhooks()
    {
        lock (_gate) _flow.TrySetResult();
    }

    public Task WebhooksMayPass(CancellationToken ct)
    {
        lock (_gate) return _flow.Task.WaitAsync(ct);
    }

    public void Clear()
    {
        _api.Clear();
        DropWebhooks(0);
        DuplicateWebhooks(0);
        ResumeWebhooks();
    }

    private static TaskCompletionSource Flowing()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }
}
