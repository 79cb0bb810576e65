using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Delivery.Downloads;

/// <summary>Why there is no file: a page for a person, problem details (RFC 9457) for a program.</summary>
internal static class RefusedDownload
{
    public static Task Answer(Refusal refusal, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var status = StatusOf(refusal.Kind);
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Problem(title: refusal.Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = refusal.Code }).ExecuteAsync(http);

        var page = new Dictionary<string, object?> { [nameof(RefusedDownloadPage.Status)] = status, [nameof(RefusedDownloadPage.Sentence)] = refusal.Message };
        return new RazorComponentResult<RefusedDownloadPage>(page) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status404NotFound,
    };
}
