using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emporium.Platform.Data.Copying;

/// <summary>A table as rows are carried from one database to another: by its name and the plain types of its columns.</summary>
internal sealed record CopiedTable(string Name, IReadOnlyList<CopiedTable.Column> Columns)
{
    /// <param name="Type">What the column holds in .NET, without null: text, numbers, moments, ids, bytes.</param>
    /// <param name="StoreType">What the database calls it.</param>
    public sealed record Column(string Name, Type Type, string StoreType);

    public string ColumnNames => string.Join(", ", Columns.Select(c => c.Name));

    /// <summary>Every table of the model, those first that others point at.</summary>
    public static IReadOnlyList<CopiedTable> Of(StoreDb db)
    {
        var (sorted, waiting) = (new List<ITable>(), db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList());
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(t => t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || sorted.Contains(k.PrincipalTable))).ToList();
            if (ready.Count == 0) throw new InvalidOperationException($"The tables {string.Join(", ", waiting.Select(t => t.Name))} point at each other.");
            sorted.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }
        return [.. sorted.Select(t => new CopiedTable(t.Name, [.. t.Columns.Select(ColumnOf)]))];
    }

    private static Column ColumnOf(IColumn column)
    {
        var type = column.PropertyMappings.Count == 0 ? typeof(string) : column.PropertyMappings[0].TypeMapping is var mapping ? mapping.Converter?.ProviderClrType ?? mapping.ClrType : null!;
        return new Column(column.Name, Nullable.GetUnderlyingType(type) ?? type, column.StoreType);
    }
}
