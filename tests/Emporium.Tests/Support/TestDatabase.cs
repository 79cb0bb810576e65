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
    private const string File = "store.db";
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_POSTGRES");
    private static readonly Lazy<Task<string>> SqliteSchema = new(() => MakeSchema(TestDatabase.Sqlite));
    private static readonly Lazy<Task<string>> PostgresSchema = new(() => MakeSchema(TestDatabase.Postgres));

    public static TheoryData<TestDatabase> All => string.IsNullOrEmpty(Server) ? [TestDatabase.Sqlite] : [TestDatabase.Sqlite, TestDatabase.Postgres];

    /// <summary>A name and settings for a database that does not exist yet (SQLite) or is empty (PostgreSQL).</summary>
    internal static async Task<DatabaseOptions> Create(this TestDatabase database, string folder)
    {
        var options = database.In(folder);
        if (database is TestDatabase.Postgres) await Ask($"create database {NameIn(folder)}");
        return options;
    }

    /// <summary>The same with every table in it: a copy of one that the migrator made.</summary>
    internal static async Task<DatabaseOptions> CreateWithSchema(this TestDatabase database, string folder)
    {
        var options = database.In(folder);
        if (database is TestDatabase.Postgres) await Ask($"create database {NameIn(folder)} template {NameIn(await PostgresSchema.Value)}");
        else System.IO.File.Copy(Path.Combine(await SqliteSchema.Value, File), Path.Combine(folder, File));
        return options;
    }

    internal static async Task Drop(this TestDatabase database, DatabaseOptions options)
    {
        if (database is TestDatabase.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            return;
        }
        await Ask($"drop database if exists {new NpgsqlConnectionStringBuilder(options.ConnectionString).Database} with (force)");
    }

    /// <summary>A context over the database, with the model of every module.</summary>
    internal static StoreDb Open(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<StoreDb>();
        Database.Configure(builder, Database.DialectOf(options), options.ConnectionString!, Modules.All);
        return new StoreDb(builder.Options);
    }

    private static DatabaseOptions In(this TestDatabase database, string folder) => database is TestDatabase.Sqlite
        ? new() { ConnectionString = $"Data Source={Path.Combine(folder, File)}" }
        : new() { Provider = "postgres", ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = NameIn(folder), MaxPoolSize = 40 }.ToString() };

    private static string NameIn(string folder) => $"test_{Path.GetFileName(folder).ToLowerInvariant()}";

    /// <returns>The folder of a database that the migrator has been over and nobody is connected to. It lives as long as the test run.</returns>
    private static async Task<string> MakeSchema(TestDatabase kind)
    {
        var folder = new TestFolder();
        var options = await kind.Create(folder.Path);
        var dialect = Database.DialectOf(options);
        await using (var db = Open(options))
        {
            foreach (var statement in dialect.Prepare) await db.Database.ExecuteSqlRawAsync(statement);
            await new SchemaMigrator(db, Modules.All, dialect, TimeProvider.System).Migrate();
        }
        if (kind is TestDatabase.Sqlite) SqliteConnection.ClearAllPools();
        else NpgsqlConnection.ClearPool(new NpgsqlConnection(options.ConnectionString));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (kind is TestDatabase.Postgres) Task.Run(() => kind.Drop(options)).GetAwaiter().GetResult();
            folder.Dispose();
        };
        return folder.Path;
    }

    private static async Task Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
