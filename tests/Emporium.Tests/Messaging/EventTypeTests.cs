using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Messaging.Guide;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using FactAttribute = Xunit.FactAttribute;

namespace Emporium.Tests.Messaging;

/// <summary>What is said about events is true: each has a meaning, a sample, and a schema that the sample keeps.</summary>
public sealed class EventTypeTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static readonly EventTypes Types = new(new FactCatalog(Host.Modules.All));

    public static IEnumerable<TheoryDataRow<string>> Names => Types.All.Select(type => new TheoryDataRow<string>(type.Name));

    [Theory, MemberData(nameof(Names))]
    public void An_event_has_a_meaning_and_a_sample_that_keeps_its_schema(string name)
    {
        var type = Types.Get(name);

        Assert.True(type is { Meaning.Length: > 10, Group.Length: > 3 }, $"{name} says nothing of itself in docs/events.md.");
        Assert.Empty(Faults(type.Sample, JsonSerializer.SerializeToElement(type.Schema), name));
    }

    /// <summary>The judge sees what is wrong: without that, the test above would say nothing.</summary>
    [Theory]
    [InlineData("""{"order":"ord_01kq8ztqm83xssss6ys3c4dwa7","customer":"cus_01kq8z4dk79q9g8xe6szaeavsn"}""")]
    [InlineData("""{"order":"ord_1","customer":"cus_01kq8z4dk79q9g8xe6szaeavsn","total":{"minor":1,"currency":"EUR"}}""")]
    [InlineData("""{"order":"ord_01kq8ztqm83xssss6ys3c4dwa7","customer":"cus_01kq8z4dk79q9g8xe6szaeavsn","total":{"minor":"1","currency":"EUR"}}""")]
    public void A_body_that_is_not_as_the_schema_says_is_noticed(string data) =>
        Assert.NotEmpty(Faults(JsonDocument.Parse(data).RootElement, JsonSerializer.SerializeToElement(Types.Get("order.placed").Schema).GetProperty("properties").GetProperty("data"), "data"));

    [Fact]
    public async Task Programs_read_the_same_list_as_the_desk()
    {
        using var api = (await stores.On(TestDatabase.Sqlite)).Api();
        var items = (await api.GetFromJsonAsync<JsonElement>("/api/v1/event-types", TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(Types.All.Select(type => type.Name), items.Select(item => item.GetProperty("name").GetString()));
        Assert.All(items, item => Assert.Equal(item.GetProperty("name").GetString(), item.GetProperty("sample").GetProperty("type").GetString()));
    }

    // As much of JSON Schema as the schemas use.
    private static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string where)
    {
        if (schema.ValueKind is not JsonValueKind.Object) yield break;
        if (schema.TryGetProperty("const", out var constant) && constant.ToString() != value.ToString()) yield return $"{where} is not {constant}";
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => choice.ToString() == value.ToString())) yield return $"{where} is none of {choices}";
        if (schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!)) yield return $"{where} is no {type}";
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.ToString(), pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1))) yield return $"{where} is not like {pattern}";
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _))) yield return $"{where} lacks {name}";
        if (schema.TryGetProperty("items", out var each) && value.ValueKind is JsonValueKind.Array)
            foreach (var fault in value.EnumerateArray().SelectMany((item, at) => Faults(item, each, $"{where}[{at}]"))) yield return fault;
        if (!schema.TryGetProperty("properties", out var properties) || value.ValueKind is not JsonValueKind.Object) yield break;
        foreach (var property in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(property.Name, out var its)) yield return $"{where}.{property.Name} is not described";
            else foreach (var fault in Faults(property.Value, its, $"{where}.{property.Name}")) yield return fault;
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind is JsonValueKind.String,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind is JsonValueKind.Array,
        "object" => value.ValueKind is JsonValueKind.Object,
        _ => false,
    };
}
