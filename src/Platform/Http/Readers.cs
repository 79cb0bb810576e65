using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>Who reads an answer: a person before a page, or a program.</summary>
public static class Readers
{
    private static readonly PathString[] Programs = ["/api", "/webhooks", "/sandbox"];

    /// <summary>By where they ask and what they accept. A browser accepts HTML first and everything besides: that HTML is named at all decides.</summary>
    public static bool WantsPage(this HttpRequest request) =>
        !Array.Exists(Programs, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
