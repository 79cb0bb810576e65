using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emporium.Tests.Architecture;

/// <summary>Tables are private to their module.</summary>
public sealed class TableTests
{
    private static readonly IReadOnlyList<IEntityType> Entities = ReadModel();

    [Fact]
    public void Entities_are_internal() => Assert.Empty(Entities.Where(e => e.ClrType.IsVisible).Select(e => e.ClrType.FullName));

    [Fact]
    public void A_table_is_named_after_its_module() => Assert.Empty(Entities
        .Where(e => !e.GetTableName()!.StartsWith(ModuleOf(e) + "_", StringComparison.Ordinal)).Select(e => e.GetTableName()));

    [Fact]
    public void No_foreign_key_leaves_its_module() => Assert.Empty(Entities
        .SelectMany(e => e.GetForeignKeys()).Where(key => key.DeclaringEntityType.ClrType.Assembly != key.PrincipalEntityType.ClrType.Assembly).Select(key => key.GetConstraintName()));

    [Fact]
    public void Every_status_is_a_concurrency_token() => Assert.Empty(Entities
        .Where(e => e.FindProperty("Status") is { ClrType.IsEnum: true, IsConcurrencyToken: false } && e.ClrType.Name is not "Delivery").Select(e => e.GetTableName()));

    private static string ModuleOf(IEntityType entity) => entity.ClrType.Assembly.GetName().Name!.Replace("Emporium.", "", StringComparison.Ordinal).ToLowerInvariant();

    private static IReadOnlyList<IEntityType> ReadModel()
    {
        using var db = TestDatabases.Open(new DatabaseOptions { ConnectionString = "Data Source=:memory:" });
        return [.. db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null)];
    }
}
