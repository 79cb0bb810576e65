using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk;

/// <summary>303 (RFC 9110 §15.4.4): the form was taken, look there. Never leaves the store.</summary>
internal sealed class SeeOther(string url) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = RedirectHttpResult.IsLocalUrl(url) ? url : "/admin";
        return Task.CompletedTask;
    }
}
