using Emporium.Host;
using Emporium.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emporium.Tests.Support;

public enum TestDatabase
{
    Sqlite,
    Postgres,
}

/// <summary>The databases that every database test runs on: SQLite always, PostgreSQL when TEST_POSTGRES names a server.</summary>
public static class TestDatabases
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_POSTGRES");

    public static TheoryData<TestDatabase> All => string.IsNullOrEmpty(Server) ? [TestDatabase.Sqlite] : [TestDatabase.Sqlite, TestDatabase.Postgres];

    /// <summary>A name and settings for a database that does not exist yet (SQLite) or is empty (PostgreSQL).</summary>
    internal static async Task<DatabaseOptions> Create(this TestDatabase database, string folder)
    {
        if (database is TestDatabase.Sqlite) return new() { ConnectionString = $"Data Source={Path.Combine(folder, "store.db")}" };
        var name = $"test_{Path.GetFileName(folder).ToLowerInvariant()}";
        await Ask($"create database {name}");
        return new() { Provider = "postgres", ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 40 }.ToString() };
    }

    internal static async Task Drop(this TestDatabase database, DatabaseOptions options)
    {
        if (database is TestDatabase.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            return;
        }
        NpgsqlConnection.ClearAllPools();
        await Ask($"drop database if exists {new NpgsqlConnectionStringBuilder(options.ConnectionString).Database} with (force)");
    }

    /// <summary>A context over the database, with the model of every module.</summary>
    internal static StoreDb Open(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<StoreDb>();
        Database.Configure(builder, Database.DialectOf(options), options.ConnectionString!, Modules.All);
        return new StoreDb(builder.Options);
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
