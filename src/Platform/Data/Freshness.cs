using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Platform.Data;

/// <summary>
/// How old a remembered thing may be: every tag (<c>catalog</c>, <c>settings</c>) has a stamp that changes in the transaction that changes
/// what it stands for. Caches carry the stamps in their keys, so what is stale is simply not found again.
/// </summary>
public interface IFreshness
{
    /// <summary>The tag's stamp as this node knows it: its own changes at once, another node's within a second.</summary>
    string Of(string tag);

    /// <summary>Adds a new stamp to the unit of work; known to this node at its commit.</summary>
    Task Raise(StoreDb db, string tag, CancellationToken ct);
}

internal sealed class Freshness(Dialect dialect, IServiceScopeFactory scopes, ILogger<Freshness> log) : BackgroundService, IFreshness
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, string> stamps = new(StringComparer.Ordinal);

    public string Of(string tag) => stamps.GetValueOrDefault(tag) ?? "";

    public async Task Raise(StoreDb db, string tag, CancellationToken ct)
    {
        // A random stamp, not a count: two writers that raise at once cannot end at the same value.
        var stamp = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
        var row = await db.Set<Generation>().FindAsync([tag], ct);
        if (row is null) db.Add(new Generation { Tag = tag, Stamp = stamp });
        else row.Stamp = stamp;
        db.AfterCommit(() => stamps[tag] = stamp);
    }

    /// <summary>Reads all stamps; called once before the store serves, then each second where other nodes write too.</summary>
    public async Task Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var row in await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<Generation>().AsNoTracking().ToListAsync(ct))
            stamps[row.Tag] = row.Stamp;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!dialect.IsShared) return;
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Read(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Could not read the stamps of caches; pages may be a little old until it works again.");
            }
        }
    }
}

internal sealed class Generation
{
    public required string Tag { get; init; }

    public required string Stamp { get; set; }
}

internal sealed class GenerationTable : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> builder)
    {
        builder.ToTable("platform_generations");
        builder.HasKey(g => g.Tag);
    }
}
