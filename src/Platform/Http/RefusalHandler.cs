using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Platform.Http;

/// <summary>For programs every refusal becomes one problem document (RFC 9457), people get the store's page; every other exception stays a 500 that says nothing.</summary>
internal sealed class RefusalHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Request.WantsPage() || RefusalStatus.Behind(exception) is not { } refusal) return false;

        httpContext.Response.StatusCode = exception is BadHttpRequestException { StatusCode: var status } ? status : RefusalStatus.Of(refusal.Kind);
        var extensions = new Dictionary<string, object?> { ["code"] = refusal.Code };
        if (refusal.Input is { } input) extensions["input"] = input;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = new ProblemDetails { Title = refusal.Message, Status = httpContext.Response.StatusCode, Extensions = extensions },
        });
    }
}
