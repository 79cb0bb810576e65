using Emporium.Platform.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace Emporium.Host;

/// <summary>People get a page of the store for an error, programs a problem document: by what they accept and where they ask.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(http => http.Request.WantsPage(), pages =>
        {
            // A scope renders one page: the error's page is the second.
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", AllowStatusCode404Response = true, CreateScopeForErrors = true, SuppressDiagnosticsCallback = context => context.Exception is Refusal });
            pages.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true);
            pages.Use(ReadThePage);
        });
        app.UseWhen(http => !http.Request.WantsPage(), api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is Refusal });
            api.UseStatusCodePages();
        });
    }

    // A refused form leads to the error's page with its own method; the page is read, and its form's token was judged already.
    // The page says its status as it leaves: one that begins with a 404 would be sent before it is ready.
    private static Task ReadThePage(HttpContext http, RequestDelegate next)
    {
        // A fault of ours, not something refused: the page for it must not need what may be broken.
        if (http.Features.Get<IExceptionHandlerFeature>() is { Error: { } fault } && fault is not BadHttpRequestException && RefusalStatus.Behind(fault) is null) return BrokenPage.Write(http);
        var isError = http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isError) return next(http);
        if (HttpMethods.IsPost(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status200OK;
        return next(http);
    }
}
