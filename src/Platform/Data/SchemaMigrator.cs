using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Data;

/// <summary>
/// Runs each module's numbered SQL once, in order; <c>*.sqlite.sql</c> and <c>*.postgres.sql</c> run on that database only.
/// Forward only, one transaction a script, safe to start on several nodes at once.
/// </summary>
public sealed class SchemaMigrator(StoreDb db, IEnumerable<IModule> modules, Dialect dialect, TimeProvider clock)
{
    /// <returns>The names of the scripts that were run, in order.</returns>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken ct = default)
    {
        if (dialect is not { LockSchema: { } lockIt, UnlockSchema: { } unlockIt }) return await RunPending(ct);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlRawAsync(lockIt, ct);
            var ran = await RunPending(ct);
            await db.Database.ExecuteSqlRawAsync(unlockIt, ct);
            return ran;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The scripts that this program carries and the database has not seen.</summary>
    public async Task<IReadOnlyList<Script>> Pending(CancellationToken ct = default)
    {
        await db.Database.ExecuteSqlRawAsync("create table if not exists schema_scripts (name text not null primary key, applied_at text not null)", ct);
        var applied = await db.Database.SqlQueryRaw<string>("select name as \"Value\" from schema_scripts").ToListAsync(ct);
        return [.. modules.Select(m => m.GetType().Assembly).Prepend(typeof(StoreDb).Assembly).Distinct().SelectMany(ScriptsOf).Where(s => !applied.Contains(s.Name))];
    }

    private async Task<IReadOnlyList<string>> RunPending(CancellationToken ct)
    {
        var ran = new List<string>();
        foreach (var script in await Pending(ct))
        {
            await Run(script, ct);
            ran.Add(script.Name);
        }
        return ran;
    }

    private Task Run(Script script, CancellationToken ct) => db.Transact(async () =>
    {
        await db.Database.ExecuteSqlRawAsync(script.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);
        await db.Database.ExecuteSqlAsync($"insert into schema_scripts (name, applied_at) values ({script.Name}, {clock.Now.ToString("O")})", ct);
    }, ct);

    private IEnumerable<Script> ScriptsOf(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && !name.EndsWith(dialect.ForeignScripts, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new Script(name, Read(assembly, name)));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>One change of the schema.</summary>
    public sealed record Script(string Name, string Sql);
}
