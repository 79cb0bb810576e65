using System.Threading.Channels;
using Emporium.Sandbox.Webhooks;
using Microsoft.Extensions.Hosting;

namespace Emporium.Sandbox.Storage;

/// <summary>
/// The only hand that writes. Changes that arrive together share one transaction (group commit), each inside a savepoint, so that
/// one that is refused leaves no trace; nobody is answered before the commit. What happens by itself (expiry, settlement) queues
/// here too: changes are strictly one after another, hence no transition can happen twice.
/// </summary>
internal sealed class Writer(BankFile file, WebhookQueue webhooks) : IHostedService, IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Channel<Change> _queue = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private Task _loop = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(Loop, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return _loop;
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    /// <summary>Runs the change in the next transaction and answers after its commit.</summary>
    /// <param name="origin">The request that causes it, written into the events it raises.</param>
    /// <param name="change">Must not block; may throw, which undoes it alone.</param>
    public async Task<T> Write<T>(Origin origin, Func<Books, T> change)
    {
        var pending = new Change<T>(origin, change);
        await _queue.Writer.WriteAsync(pending);
        return await pending.Outcome;
    }

    private async Task Loop()
    {
        using var books = file.OpenBooks();
        List<Change> batch = new(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var change)) batch.Add(change);
            Commit(books, batch);
            batch.Clear();
        }
    }

    private void Commit(Books books, List<Change> batch)
    {
        try
        {
            books.Begin();
            foreach (var change in batch) change.Run(books);
            var raised = books.Commit();
            foreach (var change in batch) change.Answer();
            webhooks.Add(raised);
        }
        catch (Exception failure)
        {
            books.Abandon();
            foreach (var change in batch) change.Fail(failure);
        }
    }

    private abstract class Change
    {
        public abstract void Run(Books books);

        public abstract void Answer();

        public abstract void Fail(Exception failure);
    }

    private sealed class Change<T>(Origin origin, Func<Books, T> change) : Change
    {
        private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failure;
        private T _result = default!;

        public Task<T> Outcome => _outcome.Task;

        public override void Run(Books books)
        {
            var mark = books.Mark(origin);
            try
            {
                _result = change(books);
                books.Release();
            }
            catch (Exception failure)
            {
                books.RollBack(mark);
                _failure = failure;
            }
        }

        public override void Answer()
        {
            if (_failure is null) _outcome.TrySetResult(_result);
            else _outcome.TrySetException(_failure);
        }

        public override void Fail(Exception failure) => _outcome.TrySetException(_failure ?? failure);
    }
}
