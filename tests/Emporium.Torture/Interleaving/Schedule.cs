using System.Security.Cryptography;
using System.Text;
using Emporium.Torture.Plans;

namespace Emporium.Torture.Interleaving;

/// <summary>
/// Lets one actor run at a time, from one of its steps to the next, and rolls dice for who is next. A step is every command, begin
/// and commit at the database: the moments at which one piece of work can see another's. The same dice give the same interleaving.
/// SQLite has one writer at a time, so an actor that wants to write while another's transaction is open is not ready.
/// </summary>
internal sealed class Schedule(Dice dice) : IDisposable
{
    private static readonly AsyncLocal<Actor?> Current = new();

    private readonly IncrementalHash trace = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SemaphoreSlim parked = new(0);
    private Actor? writer;

    public int Steps { get; private set; }

    /// <summary>A name for everything that happened so far, in its order.</summary>
    public string Fingerprint => Convert.ToHexStringLower(trace.GetCurrentHash())[..16];

    /// <summary>Runs all of them to their ends.</summary>
    public async Task Run(params IReadOnlyList<(string Name, Func<Task> Work)> all)
    {
        List<Actor> actors = [.. all.Select(a => new Actor(a.Name))];
        var running = new List<Task>();
        foreach (var (actor, (_, work)) in actors.Zip(all))
        {
            running.Add(Task.Run(() => Live(actor, work)));
            await parked.WaitAsync();
        }
        while (actors.Any(a => !a.IsDone))
        {
            List<Actor> ready = [.. actors.Where(a => !a.IsDone && (!a.WantsToWrite || writer is null || writer == a))];
            if (ready.Count == 0) throw new InvalidOperationException("Everybody waits for somebody else.");
            var next = dice.Of(ready);
            Note(next);
            next.Go();
            await parked.WaitAsync();
        }
        await Task.WhenAll(running);
    }

    /// <summary>Waits for the next turn. Outside of any actor it does nothing.</summary>
    public static Task Step(string what, bool wantsToWrite) => Current.Value?.Wait(what, wantsToWrite) ?? Task.CompletedTask;

    /// <summary>The actor has a transaction open.</summary>
    public static void BeginWriting() => Current.Value?.Schedule?.Hold(Current.Value);

    public static void EndWriting() => Current.Value?.Schedule?.Release(Current.Value);

    public void Dispose()
    {
        trace.Dispose();
        parked.Dispose();
    }

    private async Task Live(Actor actor, Func<Task> work)
    {
        (Current.Value, actor.Schedule) = (actor, this);
        await Step("start", wantsToWrite: false);
        try
        {
            await work();
        }
        finally
        {
            Release(actor);
            actor.IsDone = true;
            parked.Release();
        }
    }

    private void Hold(Actor actor) => writer = actor;

    private void Release(Actor actor)
    {
        if (writer == actor) writer = null;
    }

    private void Note(Actor next)
    {
        Steps++;
        trace.AppendData(Encoding.UTF8.GetBytes($"{next.Name} {next.Step}\n"));
    }

    private sealed class Actor(string name)
    {
        private TaskCompletionSource turn = new();

        public string Name => name;

        public Schedule? Schedule { get; set; }

        public string Step { get; private set; } = "";

        public bool WantsToWrite { get; private set; }

        public bool IsDone { get; set; }

        public Task Wait(string what, bool wantsToWrite)
        {
            (Step, WantsToWrite, turn) = (what, wantsToWrite, new(TaskCreationOptions.RunContinuationsAsynchronously));
            Schedule!.parked.Release();
            return turn.Task;
        }

        public void Go() => turn.SetResult();
    }
}
