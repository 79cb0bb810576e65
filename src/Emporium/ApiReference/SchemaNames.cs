using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>The names of schemas: a nested record is named with what it is nested in, so that each <c>Request</c> is told from the others.</summary>
internal sealed class SchemaNames
{
    private readonly ConcurrentDictionary<string, Type> types = new(StringComparer.Ordinal);

    /// <summary>The type behind a schema of the document.</summary>
    public Type? TypeOf(string schema) => types.GetValueOrDefault(schema);

    /// <summary>Null where the schema stands inline.</summary>
    public string? Of(JsonTypeInfo info)
    {
        var common = OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (common is null || EntityId.IsEntityId(type)) return null;
        var name = NameOf(type);
        return types.GetOrAdd(name, type) == type ? name : common;
    }

    private static string NameOf(Type type)
    {
        if (type.IsGenericType) return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}";
        if (type.DeclaringType is not { } outer) return type.Name;
        var place = outer.Name.EndsWith("Api", StringComparison.Ordinal) ? outer.Name[..^3] : outer.Name;
        return place.StartsWith(type.Name, StringComparison.Ordinal) ? type.Name : $"{place}{type.Name}";
    }
}
