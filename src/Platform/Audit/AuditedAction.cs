using System.Security.Claims;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Emporium.Platform.Audit;

/// <summary>Marks a GET that is an action all the same: an export, a secret that is shown.</summary>
public sealed class AuditedRead
{
    private AuditedRead() { }

    public static AuditedRead Instance { get; } = new();
}

public static class AuditRegistrations
{
    /// <summary>The endpoint's GET stands in the audit log, as every POST of the staff does.</summary>
    public static TBuilder Audited<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(AuditedRead.Instance);
}

/// <summary>What a request is to the audit log.</summary>
internal sealed record AuditedAction(string Actor, string Action, string Meaning, string Subject, string RequestId)
{
    private const int LongestSubject = 200;

    /// <summary>Null for what the log does not keep: visitors, and pages that are only looked at.</summary>
    public static AuditedAction? Of(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || !IsGuarded(endpoint) || !IsAction(http, endpoint)) return null;
        if (!http.User.HasClaim(c => c.Type == Permission.ClaimType) || http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } actor) return null;
        return new(actor, $"{http.Request.Method} {endpoint.RoutePattern.RawText}", endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "", SubjectOf(http), http.TraceIdentifier);
    }

    private static bool IsGuarded(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsAction(HttpContext http, Endpoint endpoint) =>
        !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        || endpoint.Metadata.GetMetadata<AuditedRead>() is not null
        || http.Response.StatusCode == StatusCodes.Status403Forbidden;

    private static string SubjectOf(HttpContext http)
    {
        var subject = string.Join(' ', http.Request.RouteValues.Where(v => v.Key is not "page" and not "component").Select(v => v.Value as string).Where(v => v is { Length: > 0 }));
        return subject[..Math.Min(subject.Length, LongestSubject)];
    }
}
