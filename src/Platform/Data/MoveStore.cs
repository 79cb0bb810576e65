using Emporium.Platform.Data.Copying;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Emporium.Platform.Data;

/// <summary>Opens a second database beside the store's own and carries the store into it: from SQLite to PostgreSQL and back.</summary>
public sealed class MoveStore(StoreDb db, IEnumerable<IModule> modules, IConfiguration configuration, TimeProvider clock)
{
    // A running store renews its leases long before they run out.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Copies this store into the other database, which is brought up to date and must be empty. The store must not run.</summary>
    /// <param name="to">The other database; a SQLite file needs its connection string.</param>
    /// <param name="say">Told about each table.</param>
    /// <returns>How many rows were carried.</returns>
    /// <exception cref="InvalidOperationException">The store runs, the other database is not empty, or not everything arrived.</exception>
    public async Task<long> Run(DatabaseOptions to, Action<string> say, CancellationToken ct)
    {
        await RefuseWhileRunning(say, ct);
        return await Copy(Configured, to, say, ct);
    }

    /// <summary>Copies a SQLite file of this or an older version into this store's database.</summary>
    internal async Task<long> Take(string file, Action<string> say, CancellationToken ct)
    {
        var options = new DatabaseOptions { ConnectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = false }.ToString() };
        await using (var old = Open(options)) await new SchemaMigrator(old, modules, Database.DialectOf(options), clock).Migrate(ct);
        return await Copy(options, Configured, say, ct);
    }

    /// <summary>Copies this store as it is now into a new SQLite file, while it runs.</summary>
    internal Task<long> Save(string file, CancellationToken ct) =>
        Copy(Configured, new DatabaseOptions { ConnectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = false }.ToString() }, _ => { }, ct);

    private DatabaseOptions Configured => configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();

    private async Task<long> Copy(DatabaseOptions from, DatabaseOptions to, Action<string> say, CancellationToken ct)
    {
        await using var source = Open(from);
        if ((await new SchemaMigrator(source, modules, Database.DialectOf(from), clock).Pending(ct)).Count > 0)
            throw new InvalidOperationException("The store's own schema is not up to date. Run the verb migrate first.");
        await using var target = Open(to);
        await new SchemaMigrator(target, modules, Database.DialectOf(to), clock).Migrate(ct);
        await source.Database.OpenConnectionAsync(ct);
        await target.Database.OpenConnectionAsync(ct);
        return await new CopyStore(CopiedTable.Of(source), CopiedTable.Of(target), say).Run(source.Database.GetDbConnection(), target.Database.GetDbConnection(), ct);
    }

    private StoreDb Open(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<StoreDb>();
        Database.Configure(builder, Database.DialectOf(options), Database.ConnectionString(options, DataFolder.Of(configuration)), [.. modules]);
        return new StoreDb(builder.Options);
    }

    private async Task RefuseWhileRunning(Action<string> say, CancellationToken ct)
    {
        for (var look = 1; await Until(ct) is { } until && until > clock.Now; look++)
        {
            if (look > 1) throw new InvalidOperationException("The store is running: what it sells now would be missing in the copy. Stop it on every node, then try again.");
            say("Waiting until it is sure that the store does not run.");
            await Task.Delay(until - clock.Now + Rest, clock, ct);
        }
    }

    private Task<DateTimeOffset?> Until(CancellationToken ct) => db.Set<Lease>().AsNoTracking().MaxAsync(l => (DateTimeOffset?)l.Until, ct);
}
