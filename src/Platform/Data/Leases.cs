using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Data;

/// <summary>Takes and keeps leases for this process: the right to do one kind of work alone, among all nodes. Where a database has one process, a lease is taken without waiting for the old one to run out.</summary>
public sealed class Leases(IServiceScopeFactory scopes, Dialect dialect, TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private readonly string holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4))}";

    /// <summary>The fence under which the work may be done, or null while another node holds it. Renews when half of the time is gone.</summary>
    public async Task<Held?> Take(string name, Held? held, CancellationToken ct)
    {
        var now = clock.Now;
        if (held is not null && held.Until - now > Length / 2) return held;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        try
        {
            return await db.Transact(() => Take(db, name, now, ct), ct);
        }
        catch (Exception lost) when (DbErrors.IsLostRace(lost))
        {
            return null;
        }
    }

    /// <summary>False where another node has taken it over. Ask in the transaction that keeps the work's result: what a late holder did is not kept.</summary>
    public static Task<bool> IsHeld(StoreDb db, Held held, CancellationToken ct)
    {
        var (name, fence) = (held.Name, held.Fence);
        return db.Set<Lease>().AnyAsync(l => l.Name == name && l.Fence == fence, ct);
    }

    private async Task<Held?> Take(StoreDb db, string name, DateTimeOffset now, CancellationToken ct)
    {
        var until = now + Length;
        var mine = await db.Set<Lease>().Where(l => l.Name == name && l.Holder == holder && l.Until > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), ct);
        if (mine == 0)
        {
            var taken = await db.Set<Lease>().Where(l => l.Name == name && (l.Until <= now || !dialect.IsShared))
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, holder).SetProperty(l => l.Fence, l => l.Fence + 1).SetProperty(l => l.Until, until), ct);
            if (taken == 0)
            {
                if (await db.Set<Lease>().AnyAsync(l => l.Name == name, ct)) return null;
                db.Add(new Lease { Name = name, Holder = holder, Fence = 1, Until = until });
                await db.SaveChangesAsync(ct);
            }
        }

        var fence = await db.Set<Lease>().Where(l => l.Name == name && l.Holder == holder).Select(l => l.Fence).SingleAsync(ct);
        return new Held(name, fence, until);
    }

    /// <param name="Fence">Grows with each taking.</param>
    /// <param name="Until">When others may take it, unless it is renewed before.</param>
    public sealed record Held(string Name, long Fence, DateTimeOffset Until);
}
