using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Tests.Support;

namespace Emporium.Tests.ApiReference;

/// <summary>What the API says about itself.</summary>
public sealed class ApiDescriptionTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_tag_and_a_summary()
    {
        var operations = Operations(await Read());

        Assert.NotEmpty(operations);
        Assert.Empty(operations.Where(o => Text(o.Operation, "summary") is not { Length: > 0 } || !o.Operation.TryGetProperty("tags", out _)).Select(o => o.Name));
        Assert.Equal(operations.Count, operations.Select(o => Text(o.Operation, "operationId")).Distinct(StringComparer.Ordinal).Count(id => id is not null));
    }

    [Fact]
    public async Task Every_operation_says_who_may_call_it_how_it_answers_and_how_it_refuses()
    {
        var operations = Operations(await Read());

        Assert.Empty(operations.Where(o => Text(o.Operation, "x-access") is not { Length: > 0 }).Select(o => o.Name));
        Assert.Empty(operations.Where(o => !Statuses(o.Operation).Any(s => s[0] == '4')).Select(o => o.Name));
        Assert.Empty(operations.Where(o => o.Operation.GetProperty("responses").EnumerateObject().Any(r => r.Name is "200" or "201" && !r.Value.TryGetProperty("content", out _))).Select(o => o.Name));
        Assert.Empty(operations.Where(o => !Statuses(o.Operation).Any(s => s[0] == '2')).Select(o => o.Name));
    }

    [Fact]
    public async Task Every_id_is_text_with_its_prefix()
    {
        var document = await Read();
        var ids = Schemas(document).Where(s => s.Path.EndsWith("Id", StringComparison.Ordinal) || s.Path.EndsWith("/id", StringComparison.Ordinal) || s.Path.EndsWith("/order", StringComparison.Ordinal) || s.Path.EndsWith("/product", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(ids);
        Assert.Empty(ids.Where(s => !s.Schema.TryGetProperty("pattern", out var pattern) || !pattern.GetString()!.Contains("_[0-7]", StringComparison.Ordinal)).Select(s => s.Path));
        Assert.DoesNotContain(Schemas(document), s => s.Schema.TryGetProperty("properties", out var p) && p.TryGetProperty("value", out _));
    }

    [Fact]
    public async Task What_creates_names_the_idempotency_key_and_what_is_for_staff_its_permission()
    {
        var operations = Operations(await Read()).ToDictionary(o => Text(o.Operation, "operationId")!, o => o.Operation, StringComparer.Ordinal);

        Assert.Contains(operations["Checkout"].GetProperty("parameters").EnumerateArray(), p => Text(p, "name") is "Idempotency-Key" && p.GetProperty("required").GetBoolean());
        Assert.Contains("orders.refund", Text(operations["RefundOrder"], "x-access"), StringComparison.Ordinal);
        Assert.Contains("staff", operations["RefundOrder"].GetProperty("security").ToString(), StringComparison.Ordinal);
        Assert.False(operations["ListProducts"].TryGetProperty("security", out _));
        Assert.Superset(new HashSet<string> { "401", "403", "404", "409", "422", "429" }, Statuses(operations["RefundOrder"]).ToHashSet());
    }

    [Fact]
    public async Task The_description_is_fetched_once_and_asked_for_by_its_tag()
    {
        using var api = (await stores.On(TestDatabase.Sqlite)).Api();
        var first = await api.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(TimeSpan.FromMinutes(5), first.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, (await api.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_page_shows_every_operation_without_a_script_or_a_style_of_its_own()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        var answer = await visitor.GetAsync("/docs/api", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(Operations(await Read()).Select(o => Text(o.Operation, "operationId")).Where(id => !page.Contains($"id=\"{id}\"", StringComparison.Ordinal)));
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_session_is_refused_as_described()
    {
        using var api = (await stores.On(TestDatabase.Sqlite)).Api();
        api.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await api.PostAsJsonAsync("/api/v1/admin/products", new { }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("session.required", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/carts", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PUT", "/api/v1/carts", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task What_the_API_does_not_understand_is_refused_without_asking_for_a_session(string method, string path, HttpStatusCode status)
    {
        using var api = (await stores.On(TestDatabase.Sqlite)).Api();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET") request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");

        using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<JsonElement> Read()
    {
        using var api = (await stores.On(TestDatabase.Sqlite)).Api();
        return await api.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(o => ($"{o.Name} {path.Name}", o.Value)))];

    /// <summary>Every property of every named schema, and every parameter.</summary>
    private static IReadOnlyList<(string Path, JsonElement Schema)> Schemas(JsonElement document) =>
    [
        .. document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => s.Name != "Problem" && s.Value.TryGetProperty("properties", out _))
            .SelectMany(s => s.Value.GetProperty("properties").EnumerateObject().Select(p => ($"{s.Name}/{p.Name}", p.Value))),
        .. Operations(document).Where(o => o.Operation.TryGetProperty("parameters", out _))
            .SelectMany(o => o.Operation.GetProperty("parameters").EnumerateArray().Select(p => ($"{o.Name}/{Text(p, "name")}", p.GetProperty("schema")))),
    ];

    private static IEnumerable<string> Statuses(JsonElement operation) => operation.GetProperty("responses").EnumerateObject().Select(r => r.Name);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
