using Microsoft.AspNetCore.Http;

namespace Emporium.Sales;

/// <summary>The answer to a form that did its work: look there now (303, RFC 9110 §15.4.4), so that a reload repeats nothing.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public static SeeOther To(string location) => new(location);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
