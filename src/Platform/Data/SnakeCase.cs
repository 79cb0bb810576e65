using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emporium.Platform.Data;

/// <summary>Names every column, key, index and reference as the schema scripts do.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var table = entity.GetTableName();
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.Name));
            foreach (var complex in entity.GetComplexProperties().Where(c => !c.ComplexType.IsMappedToJson())) Name(complex, complex.Name);
            foreach (var key in entity.GetKeys()) key.SetName($"pk_{table}");
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"ix_{table}_{Columns(index.Properties)}");
            foreach (var fk in entity.GetForeignKeys()) fk.SetConstraintName($"fk_{table}_{Columns(fk.Properties)}");
        }
    }

    private static void Name(IMutableComplexProperty complex, string path)
    {
        foreach (var property in complex.ComplexType.GetProperties()) property.SetColumnName(Of(path + property.Name));
        foreach (var inner in complex.ComplexType.GetComplexProperties()) Name(inner, path + inner.Name);
    }

    private static string Columns(IEnumerable<IMutableProperty> properties) => string.Join('_', properties.Select(p => Of(p.Name)));

    private static string Of(string name) => string.Concat(name.Select((c, i) =>
        i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
