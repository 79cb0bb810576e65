using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emporium.Platform.Data;

/// <summary>What a database's refusal means. The only place that knows the codes of SQLite and PostgreSQL.</summary>
public static class DbErrors
{
    private const int SqliteBusy = 5;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>A unique index says that the row exists already: somebody was faster, or it is a repeat.</summary>
    public static bool IsDuplicate(Exception exception) => Of(exception) is
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } or
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>A row changed between reading and writing it.</summary>
    public static bool IsStale(Exception exception) => exception is DbUpdateConcurrencyException;

    /// <summary>
    /// The unit of work lost a race and left nothing behind: run again in a fresh scope it will see what the winner did.
    /// Covers duplicates, stale rows, deadlocks, serialization failures and a busy database file.
    /// </summary>
    public static bool IsLostRace(Exception exception) => IsStale(exception) || IsDuplicate(exception) || Of(exception) is
        SqliteException { SqliteErrorCode: SqliteBusy } or
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>True where a text holds what no database keeps as text: the character zero, half a pair of surrogates.</summary>
    public static bool IsUnstorableText(Exception exception) => Of(exception) is
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } or
        System.Text.EncoderFallbackException;

    private static Exception? Of(Exception exception) => exception is DbUpdateException { InnerException: { } inner } ? inner : exception;
}
