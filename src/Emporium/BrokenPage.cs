using System.Text.Encodings.Web;
using Emporium.Ui;

namespace Emporium.Host;

/// <summary>The page for a fault of ours. It is written without the database, the settings or a component, because any of them may be what is broken.</summary>
internal static class BrokenPage
{
    public static Task Write(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(Page(HtmlEncoder.Default.Encode(http.TraceIdentifier)), http.RequestAborted);
    }

    private static string Page(string request) => $"""
        <!doctype html>
        <html lang="en">
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="robots" content="noindex" />
            <title>Something went wrong on our side</title>
            <script src="{Asset.Url("theme.js")}"></script>
            <link rel="stylesheet" href="{Asset.Url("store.css")}" />
        </head>
        <body class="store">
            <header class="store-header"><a class="store-name" href="/">The store</a></header>
            <main id="main">
                <article class="plain-page">
                    <p class="plain-code">500</p>
                    <h1>Something went wrong on our side</h1>
                    <p>It was noted and will be looked at. Nothing was charged by this page. Go back and try again in a minute; what you bought and what is in your cart are where they were.</p>
                    <div class="button-row"><a class="button is-quiet" href="/"><span>Go to the first page</span></a></div>
                    <p class="small muted">If you write to us, name this request: <code>{request}</code></p>
                </article>
            </main>
        </body>
        </html>
        """;
}
