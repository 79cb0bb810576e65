using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Emporium.Platform;

namespace Emporium.Messaging.Guide;

/// <summary>Writes the JSON Schema of an event's body from the type that is written: nulls are left out, ids are text with a prefix.</summary>
internal static class EventSchemas
{
    private const string AnyId = "[0-7][0-9a-hjkmnp-tv-z]{25}";

    private static readonly JsonSerializerOptions Written = new(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), RespectRequiredConstructorParameters = true };

    private static readonly JsonSchemaExporterOptions Style = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Refine };

    public static JsonNode Of(string name, int version, Type data) => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = $"{name}/{version}",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["const"] = name },
            ["isTest"] = new JsonObject { ["const"] = true, ["description"] = "Only where somebody sent a test: nothing happened." },
            ["version"] = new JsonObject { ["const"] = version },
            ["timestamp"] = Text("When it happened, UTC.", "format", "date-time"),
            ["id"] = Text("The event’s id; the same in the header webhook-id, at every attempt.", "pattern", $"^evt_{AnyId}$"),
            ["book"] = new JsonObject { ["enum"] = new JsonArray("live", "test"), ["description"] = "Test orders are not real." },
            ["subject"] = Text("What it is about.", "pattern", "^[a-z]{2,4}_.+$"),
            ["sequence"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["description"] = "Counts the events of the subject, from 1, without gaps." },
            ["data"] = Written.GetJsonSchemaAsNode(data, Style),
        },
        ["required"] = new JsonArray("type", "version", "timestamp", "id", "book", "subject", "sequence", "data"),
    };

    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (EntityId.IsEntityId(type)) return new JsonObject { ["type"] = "string", ["pattern"] = $"^{PrefixOf(type)}_{AnyId}$" };
        if (schema is JsonObject { } node) Settle(node, context.TypeInfo);
        return schema;
    }

    // What may be null is left out when it is: optional, and never null.
    private static void Settle(JsonObject node, JsonTypeInfo type)
    {
        if (node["type"] is JsonArray types) node["type"] = types.Select(t => (string)t!).First(t => t != "null");
        if (node["enum"] is JsonArray values) foreach (var none in values.Where(v => v is null).ToList()) values.Remove(none);
        if (node["required"] is not JsonArray required) return;
        foreach (var optional in type.Properties.Where(p => p.IsGetNullable || Nullable.GetUnderlyingType(p.PropertyType) is not null))
            foreach (var name in required.Where(r => (string)r! == optional.Name).ToList()) required.Remove(name);
        if (required.Count == 0) node.Remove("required");
    }

    private static string PrefixOf(Type id) => (string)id.GetProperty(nameof(IEntityId<>.Prefix), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static JsonObject Text(string meaning, string rule, string value) => new() { ["type"] = "string", [rule] = value, ["description"] = meaning };
}
