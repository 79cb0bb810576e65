namespace Emporium.Messaging.Sending;

/// <summary>Tells the courier of this process that there is something to send, so that it need not wait for its next look.</summary>
internal sealed class CourierBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0);

    public void Ring()
    {
        if (bell.CurrentCount == 0) bell.Release();
    }

    public Task Wait(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);

    public void Dispose() => bell.Dispose();
}
