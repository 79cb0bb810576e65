namespace Emporium.Host;

/// <summary>People get a page of the store for an error, programs a problem document: by what they accept and where they ask.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(WantsPage, pages =>
        {
            // A scope renders one page: the error's page is the second.
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", AllowStatusCode404Response = true, CreateScopeForErrors = true, SuppressDiagnosticsCallback = context => context.Exception is Refusal });
            pages.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true);
        });
        app.UseWhen(http => !WantsPage(http), api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is Refusal });
            api.UseStatusCodePages();
        });
    }

    private static bool WantsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !http.Request.Path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase) && !http.Request.Path.StartsWithSegments("/sandbox", StringComparison.OrdinalIgnoreCase)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
