using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Emporium.Tests.Support;

/// <summary>
/// An API's official description as a judge: tells what in a form or in a JSON answer is unknown, missing or mistyped, each fault with
/// its path. The descriptions are not part of the repository; a test that needs an absent one is skipped.
/// </summary>
public sealed class OpenApiDescription
{
    private static readonly ConcurrentDictionary<string, OpenApiDescription?> Loaded = new(StringComparer.Ordinal);

    private readonly JsonElement _paths;
    private readonly JsonElement _schemas;
    private readonly Lazy<HashSet<string>> _eventTypes;

    private OpenApiDescription(JsonElement root) =>
        (_paths, _schemas, _eventTypes) = (root.GetProperty("paths"), root.GetProperty("components").GetProperty("schemas"), new(EventTypes));

    /// <summary>Stripe's, in the version that the store pins.</summary>
    public static OpenApiDescription Stripe => Load("stripe/openapi.2026-10-28.endive.from-sdk.json");

    /// <param name="file">Path below the folder of descriptions, which lies beside the repository.</param>
    public static OpenApiDescription Load(string file)
    {
        var found = Loaded.GetOrAdd(file, static file => Find(file) is { } path ? new(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement) : null);
        Assert.SkipWhen(found is null, $"The official description {file} is not beside this repository (shared/payments).");
        return found;
    }

    /// <summary>Faults of a request: the body's form of a POST, the query of a GET.</summary>
    /// <param name="encoded">Urlencoded, with brackets for what is nested.</param>
    public IReadOnlyList<string> RequestFaults(string method, string path, string encoded)
    {
        if (Operation(method, path) is not { } operation) return [$"{method} {path} is not described"];
        var form = FormTree.Parse(encoded);
        var faults = new List<string>();
        if (operation.TryGetProperty("requestBody", out var body)) CheckForm(form, FormSchema(body), "", faults);
        else CheckQuery(form, operation.GetProperty("parameters"), faults);
        return faults;
    }

    /// <summary>Faults of an answer; any status but 200 is judged as an error.</summary>
    public IReadOnlyList<string> AnswerFaults(string method, string path, int status, JsonElement answer)
    {
        if (Operation(method, path) is not { } operation) return [$"{method} {path} is not described"];
        var responses = operation.GetProperty("responses");
        var response = responses.GetProperty(status == 200 ? "200" : "default");
        return Faults(answer, response.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
    }

    /// <summary>Faults of an object by its own name: the schema is the one called like its <c>object</c> field.</summary>
    public IReadOnlyList<string> ObjectFaults(JsonElement value)
    {
        var name = value.GetProperty("object").GetString()!;
        return _schemas.TryGetProperty(name, out var schema) ? Faults(value, schema) : [$"there is no schema '{name}'"];
    }

    /// <summary>Faults of a webhook event: its envelope, its type, and the object it carries.</summary>
    public IReadOnlyList<string> EventFaults(JsonElement value) => Faults(value, _schemas.GetProperty("event"));

    /// <summary>Looks for <c>shared/payments</c> beside the repository, or beside a folder that holds it (a work tree).</summary>
    private static string? Find(string file, [CallerFilePath] string here = "")
    {
        for (var folder = Directory.GetParent(here)?.Parent?.Parent?.Parent; folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared/payments", file) is var path && File.Exists(path)) return path;
        return null;
    }

    private static JsonElement FormSchema(JsonElement body) =>
        body.GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema");

    private HashSet<string> EventTypes()
    {
        var enabled = FormSchema(Operation("POST", "/v1/webhook_endpoints")!.Value.GetProperty("requestBody")).GetProperty("properties").GetProperty("enabled_events");
        return [.. enabled.GetProperty("items").GetProperty("enum").EnumerateArray().Select(type => type.GetString()!)];
    }

    private JsonElement? Operation(string method, string path)
    {
        var steps = path.Split('/');
        foreach (var candidate in _paths.EnumerateObject().OrderBy(p => p.Name.Count(c => c == '{')))
        {
            var template = candidate.Name.Split('/');
            if (template.Length == steps.Length && template.Zip(steps).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second)
                && candidate.Value.TryGetProperty(method.ToLowerInvariant(), out var operation)) return operation;
        }

        return null;
    }

    private List<string> Faults(JsonElement value, JsonElement schema) => Attempt(value, schema, "");

    private void CheckJson(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            if (!IsNullable(schema)) faults.Add($"{path}: may not be null");
            return;
        }

        schema = Resolve(schema);
        if (IsEvent(schema)) CheckEvent(value, schema, path, faults);
        else if (schema.TryGetProperty("anyOf", out var choices)) CheckAny(value, choices, path, faults);
        else if (value.ValueKind is JsonValueKind.Object) CheckObject(value, schema, path, faults);
        else if (value.ValueKind is JsonValueKind.Array) CheckArray(value, schema, path, faults);
        else CheckScalar(value, schema, path, faults);
    }

    private static bool IsEvent(JsonElement schema) => schema.TryGetProperty("x-resourceId", out var name) && name.GetString() is "event";

    /// <summary>The description has one event type as an example of all: type and data are judged by what the type and the object say.</summary>
    private void CheckEvent(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        var (typePath, dataPath) = (Join(path, "type"), Join(path, "data"));
        List<string> envelope = [];
        CheckObject(value, schema, path, envelope);
        faults.AddRange(envelope.Where(fault => !fault.StartsWith($"{typePath}: '", StringComparison.Ordinal) && !fault.StartsWith($"{dataPath}.", StringComparison.Ordinal)));
        if (value.TryGetProperty("type", out var type) && !_eventTypes.Value.Contains(type.GetString()!)) faults.Add($"{typePath}: '{type}' is no event type");
        if (value.TryGetProperty("data", out var data)) faults.AddRange(ObjectFaults(data.GetProperty("object")).Select(fault => $"{dataPath}.object.{fault}"));
    }

    private void CheckAny(JsonElement value, JsonElement choices, string path, List<string> faults)
    {
        var attempts = choices.EnumerateArray().Select(choice => (Meant: Fits(value, choice), Faults: Attempt(value, choice, path))).ToList();
        if (attempts.TrueForAll(attempt => attempt.Faults.Count > 0))
            faults.AddRange(attempts.OrderByDescending(attempt => attempt.Meant).ThenBy(attempt => attempt.Faults.Count).First().Faults);
    }

    private List<string> Attempt(JsonElement value, JsonElement schema, string path)
    {
        List<string> faults = [];
        CheckJson(value, schema, path, faults);
        return faults;
    }

    /// <summary>The choice that the author meant: the type is right and <c>object</c>, where there is one, agrees.</summary>
    private bool Fits(JsonElement value, JsonElement choice)
    {
        choice = Resolve(choice);
        if (value.ValueKind is not JsonValueKind.Object) return TypeOf(choice) is not "object";
        return choice.TryGetProperty("properties", out var properties) && properties.TryGetProperty("object", out var name) && value.TryGetProperty("object", out var actual)
            ? name.TryGetProperty("enum", out var names) && names.EnumerateArray().Any(n => n.GetString() == actual.GetString())
            : TypeOf(choice) is "object";
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (TypeOf(schema) is not "object")
        {
            faults.Add($"{path}: is an object, should be {TypeOf(schema)}");
            return;
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            if (schema.TryGetProperty("additionalProperties", out var entry) && entry.ValueKind is JsonValueKind.Object)
                foreach (var field in value.EnumerateObject()) CheckJson(field.Value, entry, Join(path, field.Name), faults);
            return;
        }

        foreach (var field in value.EnumerateObject())
            if (properties.TryGetProperty(field.Name, out var expected)) CheckJson(field.Value, expected, Join(path, field.Name), faults);
            else faults.Add($"{Join(path, field.Name)}: is unknown");
        foreach (var name in Required(schema))
            if (!value.TryGetProperty(name, out _)) faults.Add($"{Join(path, name)}: is missing");
    }

    private void CheckArray(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (TypeOf(schema) is not "array") faults.Add($"{path}: is an array, should be {TypeOf(schema)}");
        else foreach (var (index, item) in value.EnumerateArray().Index()) CheckJson(item, schema.GetProperty("items"), $"{path}[{index}]", faults);
    }

    private static void CheckScalar(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        var type = TypeOf(schema);
        var fits = type switch
        {
            "string" => value.ValueKind is JsonValueKind.String,
            "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind is JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => false,
        };
        if (!fits) faults.Add($"{path}: is {value.GetRawText()}, should be {type}");
        else if (type is "string" && !InEnum(schema, value.GetString()!)) faults.Add($"{path}: '{value}' is none of the described values");
    }

    private void CheckQuery(FormTree form, JsonElement parameters, List<string> faults)
    {
        var known = parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() is "query").ToDictionary(p => p.GetProperty("name").GetString()!);
        foreach (var (name, child) in form.Children)
            if (known.TryGetValue(name, out var parameter)) CheckForm(child, parameter.GetProperty("schema"), name, faults);
            else faults.Add($"{name}: is unknown");
    }

    private static void CheckForm(FormTree form, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("anyOf", out var choices))
        {
            var attempts = choices.EnumerateArray().Select(choice => Attempt(form, choice, path)).ToList();
            if (attempts.TrueForAll(found => found.Count > 0)) faults.AddRange(attempts.MinBy(found => found.Count)!);
            return;
        }

        var type = TypeOf(schema);
        if (type is "object") CheckFormObject(form, schema, path, faults);
        else if (type is "array") CheckFormArray(form, schema, path, faults);
        else if (form.Value is not { } value) faults.Add($"{path}: is nested, should be {type}");
        else if (!IsOf(type, value)) faults.Add($"{path}: '{value}' is no {type}");
        else if (type is "string" && !InEnum(schema, value)) faults.Add($"{path}: '{value}' is none of the described values");
    }

    private static bool IsOf(string? type, string value) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        _ => true,
    };

    private static void CheckFormArray(FormTree form, JsonElement schema, string path, List<string> faults)
    {
        if (form.Value is not null) faults.Add($"{path}: is a value, should be an array");
        foreach (var (index, child) in form.Children) CheckForm(child, schema.GetProperty("items"), $"{path}[{index}]", faults);
    }

    private static List<string> Attempt(FormTree form, JsonElement schema, string path)
    {
        List<string> faults = [];
        CheckForm(form, schema, path, faults);
        return faults;
    }

    private static void CheckFormObject(FormTree form, JsonElement schema, string path, List<string> faults)
    {
        if (form.Value is not null)
        {
            faults.Add($"{path}: is a value, should be nested");
            return;
        }

        var described = schema.TryGetProperty("properties", out var properties);
        var entry = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind is JsonValueKind.Object ? additional : default;
        foreach (var (name, child) in form.Children)
            if (described && properties.TryGetProperty(name, out var expected)) CheckForm(child, expected, Join(path, name), faults);
            else if (entry.ValueKind is JsonValueKind.Object) CheckForm(child, entry, Join(path, name), faults);
            else faults.Add($"{Join(path, name)}: is unknown");
        foreach (var name in Required(schema))
            if (!form.Children.ContainsKey(name)) faults.Add($"{Join(path, name)}: is missing");
    }

    private JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? _schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private static bool IsNullable(JsonElement schema) => schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();

    private static string? TypeOf(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) ? type.GetString() : schema.TryGetProperty("properties", out _) ? "object" : null;

    private static bool InEnum(JsonElement schema, string value) =>
        !schema.TryGetProperty("enum", out var values) || values.EnumerateArray().Any(allowed => allowed.GetString() == value);

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>A form with its brackets unfolded; kept apart from the parsers under test.</summary>
    private sealed class FormTree
    {
        public Dictionary<string, FormTree> Children { get; } = new(StringComparer.Ordinal);

        public string? Value { get; private set; }

        public static FormTree Parse(string encoded)
        {
            var root = new FormTree();
            foreach (var pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                var name = Uri.UnescapeDataString(pair[..equals].Replace('+', ' '));
                var node = name.Replace("]", "", StringComparison.Ordinal).Split('[').Aggregate(root, (at, step) => at.Child(step));
                node.Value = Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            }

            return root;
        }

        private FormTree Child(string name)
        {
            if (!Children.TryGetValue(name, out var child)) Children[name] = child = new FormTree();
            return child;
        }
    }
}
