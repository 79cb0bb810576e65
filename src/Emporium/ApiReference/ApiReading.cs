using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>Reads the description into what the page shows, so that page and description cannot differ.</summary>
internal static class ApiReading
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Way = ["Products", "Carts", "Orders", "Library", "Licenses", "Team", "API keys"];

    public static IReadOnlyList<ApiGroup> Of(OpenApiDocument document) =>
    [
        .. document.Paths
            .SelectMany(path => path.Value.Operations!.Select(o => (Tag: o.Value.Tags?.FirstOrDefault()?.Name ?? "Other", Operation: Of(document, path.Key, o.Key.Method, o.Value))))
            .GroupBy(o => o.Tag, o => o.Operation, StringComparer.Ordinal)
            .OrderBy(group => Place(group.Key))
            .Select(group => new ApiGroup(group.Key, string.Concat(group.Key.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-'), [.. group])),
    ];

    // The way a buyer goes; whatever else there is comes behind it.
    private static int Place(string tag) => Array.IndexOf(Way, tag) is >= 0 and var place ? place : Way.Length;

    private static ApiOperation Of(OpenApiDocument document, string path, string method, OpenApiOperation operation)
    {
        var body = operation.RequestBody?.Content?.FirstOrDefault().Value?.Schema;
        var codes = Extension(operation, OperationRules.Refusals)?.AsArray().Select(c => c!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        return new(
            operation.OperationId ?? $"{method} {path}", method, path, operation.Summary ?? "", Extension(operation, OperationRules.Access)?.GetValue<string>() ?? "",
            [.. (operation.Parameters ?? []).Select(Of)],
            body is null ? [] : [.. Fields(body)],
            body is not null && operation.RequestBody!.Content!.Keys.First() is "application/octet-stream" ? "The file itself (application/octet-stream)." : null,
            [.. (operation.Responses ?? []).Where(r => r.Key[0] == '2').Select(r => Of(r.Key, r.Value))],
            [.. RefusalList.All.Where(r => codes.Contains(r.Code)).OrderBy(r => r.Status).ThenBy(r => r.Code, StringComparer.Ordinal).Select(r => new ApiRefusal(r.Code, r.Status, r.Meaning, r.Remedy))],
            Curl(document.Servers![0].Url!, path, method, operation));
    }

    private static ApiField Of(IOpenApiParameter parameter) =>
        new(parameter.Name ?? "", $"{TypeOf(parameter.Schema!)}, in {parameter.In?.ToString().ToLowerInvariant()}", parameter.Required, RulesOf(parameter.Schema!), parameter.Description ?? "");

    private static ApiAnswer Of(string status, IOpenApiResponse response)
    {
        var media = response.Content?.Values.FirstOrDefault();
        return new(status, response.Description ?? "", media?.Schema is { } schema ? [.. Fields(schema)] : [], media?.Example?.ToJsonString(Indented));
    }

    /// <summary>The fields of a schema, those of what it holds behind their path. An amount is one field: the page explains it once.</summary>
    private static IEnumerable<ApiField> Fields(IOpenApiSchema schema, string path = "", int depth = 0)
    {
        schema = Sample.Present(schema) ?? schema;
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            yield return new(path + name, TypeOf(property), schema.Required?.Contains(name) is true, RulesOf(property), property.Description ?? "");
            var inner = Sample.Present(property) ?? property;
            if (depth > 3 || IsMoney(inner)) continue;
            foreach (var field in inner.Items is { } items ? IsMoney(items) ? [] : Fields(items, $"{path}{name}[].", depth + 1) : Fields(inner, $"{path}{name}.", depth + 1)) yield return field;
        }
    }

    private static bool IsMoney(IOpenApiSchema schema) => schema is OpenApiSchemaReference { Reference.Id: nameof(Money) };

    private static string TypeOf(IOpenApiSchema schema)
    {
        if (IsMoney(schema)) return nameof(Money);
        if (Sample.Present(schema) is { } present) return $"{TypeOf(present)} or null";
        var isOptional = schema.Type?.HasFlag(JsonSchemaType.Null) is true ? " or null" : "";
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Array => $"list of {(schema.Items is { } items ? TypeOf(items) : "anything")}",
            JsonSchemaType.Object => "object",
            JsonSchemaType.String when schema.Pattern is ['^', ..] && schema.Pattern.IndexOf('_', StringComparison.Ordinal) is > 0 and var end && schema.Examples is { Count: > 0 } => $"id {schema.Pattern[1..end]}_…",
            JsonSchemaType.String when schema.Format is { } format => format,
            JsonSchemaType type => type.ToString().ToLowerInvariant(),
            _ => schema.Enum is { Count: > 0 } ? "string" : "anything",
        } + isOptional;
    }

    private static string RulesOf(IOpenApiSchema schema)
    {
        var rules = new List<string>();
        if (schema.Enum is { Count: > 0 } values) rules.Add($"one of {string.Join(", ", values.Where(v => v is not null).Select(v => v!.ToString()))}");
        if (schema.MinLength is > 0 and var shortest) rules.Add(string.Create(CultureInfo.InvariantCulture, $"at least {shortest} characters"));
        if (schema.MaxLength is { } longest) rules.Add(string.Create(CultureInfo.InvariantCulture, $"at most {longest:N0} characters"));
        if (schema.Minimum is { } least) rules.Add($"from {least}");
        if (schema.Maximum is { } most) rules.Add($"to {most}");
        if (schema.Pattern is { } pattern && schema.Examples is not { Count: > 0 }) rules.Add(pattern);
        if (schema.Default is { } usual) rules.Add($"{usual.ToJsonString()} where left out");
        return string.Join(", ", rules);
    }

    private static string Curl(string server, string path, string method, OpenApiOperation operation)
    {
        var url = server + path;
        foreach (var parameter in (operation.Parameters ?? []).Where(p => p.In is ParameterLocation.Path))
            url = url.Replace($"{{{parameter.Name}}}", Sample.Of(parameter.Schema!, parameter.Name)?.ToString() ?? "…", StringComparison.Ordinal);
        var lines = new List<string> { method == "GET" ? $"curl '{url}{Token(operation)}'" : $"curl -X {method} '{url}{Token(operation)}'" };
        if (operation.Parameters?.Any(p => p.Name == "Idempotency-Key") is true) lines.Add("-H \"Idempotency-Key: $(uuidgen)\"");
        if (operation.Security?.Any(s => s.Keys.Any(k => k.Reference.Id == ApiDescription.KeyScheme)) is true) lines.Add("-H \"Authorization: Bearer $EMPORIUM_KEY\"");
        if (operation.RequestBody?.Content is { Count: > 0 } content)
        {
            var (type, media) = content.First();
            lines.Add($"-H 'Content-Type: {type}'");
            lines.Add(media.Example is { } example ? $"-d '{example.ToJsonString(Indented)}'" : "--data-binary @file.pdf");
        }
        return string.Join(" \\\n  ", lines);
    }

    private static string Token(OpenApiOperation operation) => operation.Parameters?.Any(p => p.Name == "token") is true ? "?token=$TOKEN" : "";

    private static JsonNode? Extension(OpenApiOperation operation, string name) => operation.Extensions?.TryGetValue(name, out var said) is true && said is JsonNodeExtension { Node: var node } ? node : null;
}
