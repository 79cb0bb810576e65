namespace Emporium.Platform.Data;

/// <summary>The little that SQLite and PostgreSQL do differently, in one place. Chosen once, at start.</summary>
public abstract class Dialect
{
    /// <summary>The ending of scripts that belong to the other database.</summary>
    public abstract string ForeignScripts { get; }

    /// <summary>SQL that keeps a second node from migrating at the same time; null where there is none.</summary>
    public virtual string? LockSchema => null;

    public virtual string? UnlockSchema => null;

    /// <summary>True where several processes may serve one database, so that work between them is shared by leases that must run out.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Statements run once after opening the database for service, before the schema is brought up to date.</summary>
    public abstract IReadOnlyList<string> Prepare { get; }

    private protected Dialect() { }
}

internal sealed class SqliteDialect : Dialect
{
    public override string ForeignScripts => ".postgres.sql";

    public override bool IsShared => false;

    public override IReadOnlyList<string> Prepare => ["pragma journal_mode = wal"];
}

internal sealed class PostgresDialect : Dialect
{
    // Any constant will do, as long as every version of the program uses the same.
    private const long SchemaLock = 7_305_012_448_112;

    public override string ForeignScripts => ".sqlite.sql";

    public override string? LockSchema => $"select pg_advisory_lock({SchemaLock})";

    public override string? UnlockSchema => $"select pg_advisory_unlock({SchemaLock})";

    public override bool IsShared => true;

    public override IReadOnlyList<string> Prepare => [];
}
