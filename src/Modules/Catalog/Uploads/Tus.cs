using System.Globalization;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Emporium.Catalog.Desk;

namespace Emporium.Catalog.Uploads;

/// <summary>
/// The resumable upload protocol tus 1.0.0 (tus.io): core, creation, expiration, checksum and termination. Once for the desk's own page,
/// which proves where it stands, and once for programs with a key.
/// </summary>
internal static class Tus
{
    public const string PartType = "application/offset+octet-stream";

    /// <summary>The protocol's own status.</summary>
    public const int ChecksumMismatch = 460;

    private const string Version = "1.0.0";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var size = new RequestSizeLimitAttribute(routes.ServiceProvider.GetRequiredService<UploadLimits>().MaxRequestBytes);
        var desk = routes.MapGroup("/admin/uploads").RequireAuthorization(CatalogModule.Edit).RequireSameOrigin().ExcludeFromDescription();
        desk.MapPost("", BeginUpload.Endpoint).WithSummary("Begins an upload.").AddEndpointFilter(Speak);
        Map(desk, size, "Desk");

        var api = routes.MapGroup("/api/v1/admin/uploads").WithTags("Uploads (admin)").RequireAuthorization(CatalogModule.Edit);
        api.MapPost("", BeginUpload.Endpoint).AddEndpointFilter(Speak).RequireIdempotencyKey().WithName("BeginUpload").WithSummary("Begins a resumable upload (tus 1.0.0, creation): Upload-Length, and Upload-Metadata with filename and product.");
        Map(api, size, "");
    }

    /// <summary>Says until when the upload waits for more, as an HTTP date (RFC 9110 §5.6.7).</summary>
    public static void Expires(HttpResponse response, PendingUpload upload) => response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);

    public static ProblemHttpResult Problem(int status, string sentence, string code) =>
        TypedResults.Problem(title: sentence, statusCode: status, extensions: [KeyValuePair.Create<string, object?>("code", code)]);

    private static void Map(RouteGroupBuilder uploads, RequestSizeLimitAttribute size, string prefix)
    {
        uploads.MapMethods("", [HttpMethods.Options], Options).WithName($"{prefix}DescribeUploads").WithSummary("What the upload protocol of this store can do (tus 1.0.0).");
        uploads.MapMethods("/{upload}", [HttpMethods.Head], LookAtUpload.Endpoint).AddEndpointFilter(Speak).WithName($"{prefix}LookAtUpload").WithSummary("How much of an upload has arrived (Upload-Offset).");
        uploads.MapMethods("/{upload}", [HttpMethods.Patch], ContinueUpload.Endpoint).AddEndpointFilter(Speak).WithMetadata(size, RunsOnce.Instance)
            .WithName($"{prefix}ContinueUpload").WithSummary("Appends the body at Upload-Offset; with Upload-Checksum, only if it is what was sent.");
        uploads.MapMethods("/{upload}", [HttpMethods.Delete], EndUpload.Endpoint).AddEndpointFilter(Speak).WithName($"{prefix}EndUpload").WithSummary("Throws an unfinished upload away.");
    }

    private static NoContent Options(HttpResponse response, UploadLimits limits)
    {
        response.Headers["Tus-Resumable"] = Version;
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,expiration,checksum,termination";
        response.Headers["Tus-Checksum-Algorithm"] = "sha256,sha1";
        response.Headers["Tus-Max-Size"] = limits.MaxFileBytes.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async ValueTask<object?> Speak(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["Tus-Resumable"] = Version;
            return Task.CompletedTask;
        });
        if (http.Request.Headers["Tus-Resumable"] == Version) return await next(context);
        http.Response.Headers["Tus-Version"] = Version;
        return Problem(StatusCodes.Status412PreconditionFailed, $"Send Tus-Resumable: {Version}, the version that this store speaks.", "upload.version_unknown");
    }
}
