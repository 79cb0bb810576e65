using System.Net;
using System.Text;
using System.Text.Json;
using Emporium.Accounts.SigningIn;
using Emporium.Platform.Security;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Architecture;

/// <summary>
/// Everybody knocks at every door of the running store, with real requests. Who gets in is exactly who the declared permissions say: an endpoint
/// that opens for somebody else, or for nobody, fails here by its name.
/// </summary>
public sealed class PermissionWalkTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    // The gateway's counterpart and the framework's own.
    private static readonly string[] Foreign = ["/sandbox/", "/_framework/"];

    private TestStore store = null!;

    public static TheoryData<string> Roles => [.. Enum.GetNames<StandardRole>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task A_standard_role_opens_what_its_permissions_open(string name)
    {
        var role = Enum.Parse<StandardRole>(name);
        store = await stores.On(TestDatabase.Sqlite);
        var permissions = store.Services.GetServices<Permission>().ToList();

        await Walk(() => store.Member(name.ToLowerInvariant()), door => door.Policies.All(p => permissions.Exists(known => known.Name == p && known.Roles.Contains(role))));
    }

    [Fact]
    public async Task The_owner_opens_every_door_of_the_desk()
    {
        store = await stores.On(TestDatabase.Sqlite);
        var permissions = store.Services.GetServices<Permission>().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

        await Walk(store.Owner, door => door.Policies.All(permissions.Contains));
    }

    [Fact]
    public async Task A_role_with_nothing_opens_what_asks_for_nothing()
    {
        store = await stores.On(TestDatabase.Sqlite);

        await Walk(() => store.Member(null), door => door.Policies.Count == 0);
    }

    [Fact]
    public async Task A_stranger_opens_what_is_open_to_anybody()
    {
        store = await stores.On(TestDatabase.Sqlite);

        await Walk(() => Task.FromResult(store.Visitor()), door => door.IsOpen);
    }

    [Fact]
    public async Task A_key_without_scopes_opens_nothing_but_what_is_open_to_anybody()
    {
        store = await stores.On(TestDatabase.Sqlite);

        await Walk(async () => store.Visitor().With(await store.EmptyKey()), door => door.IsOpen);
    }

    [Fact]
    public async Task A_key_with_every_scope_opens_the_API_and_no_page_of_the_desk()
    {
        store = await stores.On(TestDatabase.Sqlite);
        var permissions = store.Services.GetServices<Permission>().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var key = await store.NewKey(await store.NewOwner(), [.. permissions]);

        await Walk(() => Task.FromResult(store.Visitor().With(key)), door => door.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && door.Policies.All(permissions.Contains));
    }

    private async Task Walk(Func<Task<HttpClient>> arrive, Func<Door, bool> mayEnter)
    {
        using var visitor = await arrive();
        var wrong = new List<string>();
        foreach (var door in Doors())
        {
            using var answer = await Knock(visitor, door);
            var entered = !await IsRefused(door, answer);
            if (entered != (door.IsOpen || mayEnter(door))) wrong.Add($"{(entered ? "let in" : "kept out")} at {door}: {(int)answer.StatusCode}");
        }
        Assert.Empty(wrong);
    }

    private IReadOnlyList<Door> Doors()
    {
        var doors = store.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !Foreign.Any(f => e.RoutePattern.RawText!.StartsWith(f, StringComparison.Ordinal)))
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => Door.Of(e, method))).ToList();
        Assert.True(doors.Count > 50);
        return doors;
    }

    /// <summary>Asks without a form's token and from nowhere, so that whoever is let in is turned away before anything is done.</summary>
    private static async Task<HttpResponseMessage> Knock(HttpClient visitor, Door door)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path);
        request.Headers.Add("Accept", "application/json");
        if (door.Method is not ("GET" or "HEAD"))
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Content = new StringContent(door.Takes.Contains("json", StringComparison.Ordinal) ? "{}" : "", Encoding.UTF8, door.Takes);
        }
        return await visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    // 401, 403 and the way to a sign-in are the guard's, and so is the way from the front door to a room that opens; another 403 (a forged form) comes from behind it.
    private static async Task<bool> IsRefused(Door door, HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => true,
        HttpStatusCode.Forbidden => await Code(answer) is null or "permission.missing",
        HttpStatusCode.Found or HttpStatusCode.SeeOther => answer.Headers.Location?.OriginalString.Contains("returnUrl=", StringComparison.OrdinalIgnoreCase) is true || door.Path == "/admin",
        _ => false,
    };

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return body.Length > 0 && answer.Content.Headers.ContentType?.MediaType is "application/problem+json" && JsonDocument.Parse(body).RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
    }

    /// <param name="Path">With something that exists nowhere in each of its holes.</param>
    /// <param name="Takes">The type of content that leads to this endpoint and not to a 415.</param>
    /// <param name="Policies">All that must be held; none where it is enough to be signed in.</param>
    private sealed record Door(string Method, string Pattern, string Path, string Takes, bool IsOpen, IReadOnlyList<string> Policies)
    {
        public static Door Of(RouteEndpoint endpoint, string method) => new(
            method, endpoint.RoutePattern.RawText!, PathOf(endpoint),
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.FirstOrDefault(type => !type.StartsWith("multipart/", StringComparison.Ordinal)) ?? "application/json",
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(rule => rule.Policy).OfType<string>().Where(policy => policy is not DeskSession.Required).Distinct(StringComparer.Ordinal)]);

        public override string ToString() => $"{Method} {Pattern} [{(IsOpen ? "anybody" : string.Join(", ", Policies))}]";

        private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
            .Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "nothing"))));
    }
}
