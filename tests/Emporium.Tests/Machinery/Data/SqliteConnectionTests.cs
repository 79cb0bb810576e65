using Emporium.Platform.Data;
using Emporium.Platform.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Machinery.Data;

/// <summary>What the store's connections to SQLite remember between two questions.</summary>
public sealed class SqliteConnectionTests : IAsyncLifetime
{
    private const string Question = "select 1";
    private readonly string folder = Directory.CreateTempSubdirectory("emporium-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(folder, "store.db")}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_statement_that_was_run_is_there_for_the_next_question()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync(Question, Ct);

        Assert.NotNull(Connection(db).Take(Question));
    }

    [Fact]
    public async Task A_statement_in_use_is_not_lent_twice()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync(Question, Ct);

        Assert.NotNull(Connection(db).Take(Question));
        Assert.Null(Connection(db).Take(Question));
    }

    [Fact]
    public async Task A_statement_that_failed_is_forgotten()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync("create table t (a integer primary key)", Ct);
        const string insert = "insert into t values (1)";
        await db.Database.ExecuteSqlRawAsync(insert, Ct);
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(insert, Ct));

        Assert.Null(Connection(db).Take(insert));
    }

    [Fact]
    public async Task A_statement_outlives_a_change_of_the_schema()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync("create table t (a integer)", Ct);
        await db.Database.ExecuteSqlRawAsync("insert into t (a) values (1)", Ct);
        await db.Database.ExecuteSqlRawAsync("alter table t add column b integer not null default 7", Ct);
        await db.Database.ExecuteSqlRawAsync("insert into t (a) values (1)", Ct);

        Assert.Equal([7, 7], await db.Database.SqlQueryRaw<int>("select b as \"Value\" from t").ToListAsync(Ct));
    }

    [Fact]
    public async Task A_connection_stays_open_between_questions_and_closes_with_its_context()
    {
        var db = Open();
        await db.Database.ExecuteSqlRawAsync(Question, Ct);
        var connection = Connection(db);
        Assert.Equal(System.Data.ConnectionState.Open, connection.State);

        await db.DisposeAsync();
        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
    }

    [Fact]
    public async Task Who_writes_gets_its_own_connection_back_and_whoever_fails_harms_nobody_else()
    {
        await using var gate = new WriteGate(ConnectionString);
        await using var db = Open(gate);
        await db.Database.ExecuteSqlRawAsync("create table t (a integer)", Ct);
        var own = Connection(db);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            await using var writer = Open(gate);
            var work = writer.Transact(async () =>
            {
                await writer.Database.ExecuteSqlAsync($"insert into t values ({n})", Ct);
                if (n % 2 == 1) throw new InvalidOperationException("odd");
            }, Ct);
            if (n % 2 == 1) await Assert.ThrowsAsync<InvalidOperationException>(() => work);
            else await work;
        }));

        Assert.Same(own, Connection(db));
        Assert.Equal(Enumerable.Range(0, 10).Select(n => n * 2), await db.Database.SqlQueryRaw<int>("select a as \"Value\" from t order by a").ToListAsync(Ct));
    }

    private static StoreConnection Connection(StoreDb db) => (StoreConnection)db.Database.GetDbConnection();

    private StoreDb Open(WriteGate? gate = null)
    {
        var builder = new DbContextOptionsBuilder<StoreDb>();
        Database.Configure(builder, new SqliteDialect(), ConnectionString, [], gate);
        return new StoreDb(builder.Options);
    }
}
