using Emporium.Host;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Schema;

/// <summary>The SQL we ship and the model we query must describe the same tables, on every database we support.</summary>
public sealed class SchemaTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Scripts_build_the_schema_that_the_model_expects(TestDatabase database)
    {
        var modeled = await Read(database, db => db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript()));
        var scripted = await Read(database, db => Migrator(db, database).Migrate());

        Assert.Equal(string.Join('\n', modeled), string.Join('\n', scripted));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Migrating_again_runs_nothing(TestDatabase database)
    {
        using var folder = new TestFolder();
        var options = await database.Create(folder.Path);
        await using var db = TestDatabases.Open(options);

        Assert.NotEmpty(await Migrator(db, database).Migrate());
        Assert.Empty(await Migrator(db, database).Migrate());

        await database.Drop(options);
    }

    private static async Task<IReadOnlyList<string>> Read(TestDatabase database, Func<StoreDb, Task> build)
    {
        using var folder = new TestFolder();
        var options = await database.Create(folder.Path);
        await using (var db = TestDatabases.Open(options))
        {
            await build(db);
            var facts = await SchemaReader.Read(db, database);
            await db.DisposeAsync();
            await database.Drop(options);
            return facts;
        }
    }

    private static SchemaMigrator Migrator(StoreDb db, TestDatabase database) =>
        new(db, Modules.All, Database.DialectOf(new DatabaseOptions { Provider = database.ToString(), ConnectionString = "-" }), TimeProvider.System);
}
