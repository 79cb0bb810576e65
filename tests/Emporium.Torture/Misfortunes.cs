using System.Threading.Channels;
using Emporium.Torture.House;
using Emporium.Torture.Plans;

namespace Emporium.Torture;

/// <summary>Lets the planned faults and kills happen when buyers have passed that many marks. The store is up again before the next one.</summary>
internal sealed class Misfortunes(Plan plan, Child store, Addresses addresses, Bank bank, Tally tally)
{
    private readonly Channel<int> marks = Channel.CreateUnbounded<int>();
    private int passed;

    public void Pass() => marks.Writer.TryWrite(Interlocked.Increment(ref passed));

    /// <summary>Runs until every buyer is done and every misfortune has happened.</summary>
    public async Task Happen()
    {
        var (kills, faults) = (new Queue<Kill>(plan.Kills), new Queue<BankFault>(plan.Faults));
        await foreach (var mark in marks.Reader.ReadAllAsync())
        {
            while (faults.TryPeek(out var fault) && fault.AtMark <= mark) await bank.Befall(faults.Dequeue().Order);
            while (kills.TryPeek(out var kill) && kill.AtMark <= mark) await Kill(kills.Dequeue());
        }
        while (kills.TryDequeue(out var late)) await Kill(late);
    }

    public void End() => marks.Writer.Complete();

    private async Task Kill(Kill kill)
    {
        await Task.Delay(kill.AfterMilliseconds);
        await store.Kill();
        tally.Kills++;
        store.Start();
        await Health.Wait($"{addresses.Store}/health/ready");
    }
}
