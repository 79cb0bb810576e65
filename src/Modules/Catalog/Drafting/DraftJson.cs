using System.Text.Json;
using Emporium.Catalog.Desk;

namespace Emporium.Catalog.Drafting;

/// <summary>The editor's fields as text.</summary>
internal static class DraftJson
{
    public static string Write(ProductFields.Typed typed) => JsonSerializer.Serialize(typed, JsonSerializerOptions.Web);

    public static ProductFields.Typed Read(string json) => JsonSerializer.Deserialize<ProductFields.Typed>(json, JsonSerializerOptions.Web) ?? ProductFields.Typed.Empty;

    /// <summary>Null for what was not written here.</summary>
    public static ProductFields.Typed? TryRead(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
