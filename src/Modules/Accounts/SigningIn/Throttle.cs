using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.SigningIn;

/// <summary>Counts what may be tried only so often, for all nodes together. What is counted is kept as a keyed hash: no addresses stand in the table.</summary>
internal sealed class Throttle(IServiceScopeFactory scopes, MasterKey master, TimeProvider clock)
{
    /// <summary>Counts one attempt, durable at once: what is refused afterwards has still been tried.</summary>
    /// <returns>False from the attempt on that exceeds the limit, until the window that began with the first one is over.</returns>
    public async Task<bool> Take(string what, int limit, TimeSpan window, CancellationToken ct)
    {
        var key = KeyOf(what);
        try
        {
            return await Count(key, window, ct) <= limit;
        }
        catch (Exception lost) when (DbErrors.IsLostRace(lost))
        {
            // Two began to count at once; by now there is a counter.
            return await Count(key, window, ct) <= limit;
        }
    }

    /// <summary>Gives an attempt back that turned out to be right.</summary>
    public async Task Return(string what, CancellationToken ct)
    {
        var key = KeyOf(what);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        await db.Transact(() => db.Set<ThrottleCounter>().Where(c => c.Key == key && c.Count > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count - 1), ct), ct);
    }

    // In a unit of work of its own: it stands whatever becomes of the request's.
    private async Task<int> Count(string key, TimeSpan window, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        var now = clock.Now;
        var end = now + window;
        return await db.Transact(async () =>
        {
            var counters = db.Set<ThrottleCounter>().Where(c => c.Key == key);
            if (await counters.Where(c => c.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count + 1), ct) == 1) return await counters.Select(c => c.Count).SingleAsync(ct);
            if (await counters.ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, 1).SetProperty(c => c.ExpiresAt, end), ct) == 1) return 1;
            db.Add(new ThrottleCounter { Key = key, Count = 1, ExpiresAt = end });
            await db.SaveChangesAsync(ct);
            return 1;
        }, ct);
    }

    private string KeyOf(string what) => Convert.ToHexStringLower(HMACSHA256.HashData(master.Derive("throttle"), Encoding.UTF8.GetBytes(what)));
}

/// <summary>How often something was tried since its window began.</summary>
internal sealed class ThrottleCounter
{
    public required string Key { get; init; }

    public int Count { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class ThrottleTable : IEntityTypeConfiguration<ThrottleCounter>
{
    public void Configure(EntityTypeBuilder<ThrottleCounter> builder)
    {
        builder.ToTable("accounts_throttles");
        builder.HasKey(c => c.Key);
        builder.HasIndex(c => c.ExpiresAt);
    }
}
