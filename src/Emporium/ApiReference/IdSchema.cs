using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>Ids are text with a prefix; amounts are whole minor units with their currency.</summary>
internal sealed class IdSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (EntityId.IsEntityId(type)) Describe(schema, type, schema.Type?.HasFlag(JsonSchemaType.Null) is true || type != context.JsonTypeInfo.Type);
        else if (type == typeof(Money)) DescribeMoney(schema);
        return Task.CompletedTask;
    }

    /// <summary>Makes the schema say how an id of this type is written.</summary>
    public static void Describe(OpenApiSchema schema, Type id, bool isOptional = false)
    {
        var prefix = (string)id.GetProperty(nameof(IEntityId<>.Prefix), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        (schema.Type, schema.Format) = (isOptional ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, null);
        schema.Pattern = $"^{prefix}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$";
        schema.Examples = [JsonValue.Create($"{prefix}_01kq8z4v6hf7r9s2m3n5p8t0wx")];
    }

    private static void DescribeMoney(OpenApiSchema schema)
    {
        schema.Description = "An amount in whole minor units (cents, yen) and its ISO 4217 currency.";
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "minor", "currency" };
        if (schema.Properties?["currency"] is OpenApiSchema currency) (currency.Type, currency.Pattern, currency.Examples) = (JsonSchemaType.String, "^[A-Z]{3}$", [JsonValue.Create("EUR")]);
        if (schema.Properties?["minor"] is OpenApiSchema minor) minor.Examples = [JsonValue.Create(2900)];
    }
}
