using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>An example value for a schema: what the schema itself gives as one, else something of its form under the name of its property.</summary>
internal static class Sample
{
    private const int Depth = 5;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["email"] = "ada@example.com", ["name"] = "Ada Lindqvist", ["country"] = "PT", ["currency"] = "EUR", ["slug"] = "plain-dealing", ["title"] = "Plain Dealing",
        ["kind"] = "ebook", ["number"] = "7K4M-2QXR", ["key"] = "EMP-7K4M2-QXR9T-3HWPB-6N8VC-5ZJD1", ["code"] = "VALID", ["mediaType"] = "application/pdf", ["type"] = "application/pdf",
        ["sha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ["token"] = "AZqfkn…", ["status"] = "requested", ["nextCursor"] = "MTc2NzI1…",
        ["url"] = "https://store.example.com/…", ["cover"] = "https://store.example.com/covers/plain-dealing.3.svg",
    };

    public static JsonNode? Of(IOpenApiSchema schema, string? property = null, int depth = 0)
    {
        if (schema.Examples is [{ } own, ..]) return own.DeepClone();
        if (schema.Enum is [{ } first, ..]) return first.DeepClone();
        if (Present(schema) is { } choice) return Of(choice, property, depth);
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => depth < Depth ? OfObject(schema, depth) : null,
            JsonSchemaType.Array => schema.Items is { } items && depth < Depth ? new JsonArray(Of(items, property, depth + 1)) : [],
            JsonSchemaType.Boolean => JsonValue.Create(true),
            JsonSchemaType.Integer => JsonValue.Create(property is "size" ? 482_113 : int.TryParse(schema.Minimum, System.Globalization.CultureInfo.InvariantCulture, out var least) ? Math.Max(least, 1) : 1),
            JsonSchemaType.Number => JsonValue.Create(1),
            JsonSchemaType.String when schema.Format is "date-time" => JsonValue.Create("2026-03-01T09:30:00Z"),
            JsonSchemaType.String when schema.Format is "binary" => null,
            JsonSchemaType.String => JsonValue.Create(Words.GetValueOrDefault(property ?? "", "…")),
            _ => null,
        };
    }

    /// <summary>Of a schema that may be null, the other one.</summary>
    public static IOpenApiSchema? Present(IOpenApiSchema schema) => (schema.OneOf is { Count: > 0 } one ? one : schema.AnyOf)?.FirstOrDefault(s => s.Type != JsonSchemaType.Null);

    private static JsonObject OfObject(IOpenApiSchema schema, int depth)
    {
        var sample = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)) sample[name] = Of(property, name, depth + 1);
        return sample;
    }
}
