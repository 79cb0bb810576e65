using Emporium.Platform.Audit;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Architecture;

/// <summary>What every endpoint must say about itself.</summary>
public sealed class EndpointTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    // Webhooks carry a signature, a bank's own pages a session, and a mail program's button (RFC 8058) its token; none has a browser's form or a caller's key.
    private static readonly string[] Foreign = ["/webhooks/", "/sandbox/", "/newsletter/one-click/"];

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it() => Assert.Empty((await Endpoints())
        .Where(e => !e.RoutePattern.RawText!.StartsWith("/_framework/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(Name));

    [Fact]
    public async Task Every_POST_of_the_API_that_creates_takes_an_idempotency_key() => Assert.Empty((await Endpoints())
        .Where(e => Takes(e, "POST") && e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IdempotencyKeyRequired>() is null
            && e.Metadata.GetMetadata<CreatesNothing>() is null).Select(Name));

    [Fact]
    public async Task Every_form_is_guarded_against_other_sites() => Assert.Empty((await Endpoints())
        .Where(e => Takes(e, "POST") && !e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !Foreign.Any(f => e.RoutePattern.RawText!.StartsWith(f, StringComparison.Ordinal))
            && e.Metadata.GetMetadata<SameOriginRequired>() is null && e.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }).Select(Name));

    /// <summary>The audit log shows it to people.</summary>
    [Fact]
    public async Task Every_act_of_the_staff_says_what_it_does_in_a_sentence()
    {
        var acts = (await Endpoints()).Where(e => e.RoutePattern.RawText!.StartsWith("/admin", StringComparison.Ordinal) && e.Metadata.GetMetadata<IAllowAnonymous>() is null
            && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is "POST" or "PUT" or "PATCH" or "DELETE") is true).ToList();

        Assert.NotEmpty(acts);
        Assert.Empty(acts.Where(e => e.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary is not [.., _, _, _, _, _, _]).Select(Name));
    }

    /// <summary>What is read only after a proof is worth an entry.</summary>
    [Fact]
    public async Task What_the_staff_reads_only_after_a_proof_is_written_down()
    {
        var guarded = (await Endpoints()).Where(e => Takes(e, "GET") && e.Metadata.GetMetadata<StepUp>() is not null && e.Metadata.GetMetadata<ComponentTypeMetadata>() is null).ToList();

        Assert.NotEmpty(guarded);
        Assert.Empty(guarded.Where(e => e.Metadata.GetMetadata<AuditedRead>() is null || e.Metadata.GetMetadata<IEndpointSummaryMetadata>() is null).Select(Name));
    }

    // Where a page took a POST too, the form's address would be ambiguous, or work by luck.
    [Fact]
    public async Task A_page_is_only_read()
    {
        var pages = (await Endpoints()).Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(page => Takes(page, "POST")).Select(Name));
    }

    private async Task<IReadOnlyList<RouteEndpoint>> Endpoints() =>
        [.. (await stores.On(TestDatabase.Sqlite)).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static bool Takes(Endpoint endpoint, string method) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) is true;

    private static string Name(RouteEndpoint endpoint) => $"{string.Join(' ', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}";
}
