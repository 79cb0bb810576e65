using System.Net.Mime;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host;

/// <summary>People get a page of the store for an error, programs a problem document: by what they accept and where they ask.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(http => http.Request.WantsPage(), pages =>
        {
            // A scope renders one page: the error's page is the second.
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AfterFault, AllowStatusCode404Response = true, CreateScopeForErrors = true, SuppressDiagnosticsCallback = context => context.Exception is Refusal });
            pages.Use(AfterBareStatus);
        });
        app.UseWhen(http => !http.Request.WantsPage(), api =>
        {
            api.Use(AnswerAnyway);
            api.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is Refusal });
            api.UseStatusCodePages();
        });
    }

    /// <summary>Programs get JSON, whatever they named: a refusal that nobody can read helps less than one in another form (RFC 9110, section 12.5.1).</summary>
    private static Task AnswerAnyway(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) http.Request.Headers.Accept = MediaTypeNames.Application.Json;
        return next(http);
    }

    private static Task AfterFault(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerPathFeature>()!;
        return fault.Error switch
        {
            BadHttpRequestException bad => Show(http, bad.StatusCode, null, fault.Path),
            var error when RefusalStatus.Behind(error) is { } refused => Show(http, RefusalStatus.Of(refused.Kind), refused, fault.Path),

            // A fault of ours, not something refused: the page for it must not need what may be broken.
            _ => BrokenPage.Write(http),
        };
    }

    /// <summary>Where somebody answered with a status and nothing to read: no such page, not allowed, not with this method, not so fast.</summary>
    private static async Task AfterBareStatus(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: >= 400 and var status, ContentLength: null, ContentType: null or "" }) return;

        var own = http.RequestServices;
        await using var scope = own.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Show(http, status, null, http.Request.Path);
        }
        finally
        {
            http.RequestServices = own;
        }
    }

    private static Task Show(HttpContext http, int status, Refusal? refused, string path)
    {
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.LeaveWith(status);
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ErrorPage>(new { Status = status, Refused = refused, Path = path }) { PreventStreamingRendering = true }.ExecuteAsync(http);
    }
}
