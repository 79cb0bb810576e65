using Emporium.Platform.Http;
using Emporium.Platform.Observing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Emporium.Platform.Visitors;

/// <summary>
/// Notes which public pages are read by visitors who agreed. It stands in front of the output cache, which answers most of them.
/// Personal pages are never noted: their addresses say too much.
/// </summary>
internal sealed class NoteVisits(RequestDelegate next, IVisitorConsent consent, IObservations observations, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!HttpMethods.IsGet(http.Request.Method) || http.Response.StatusCode != StatusCodes.Status200OK || !http.Request.WantsPage()) return;
        if (http.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.PolicyName != PublicPages.Name) return;
        if (consent.Visitor(http.Request) is { } visitor) observations.Note(new Observation("page.viewed", http.Request.Path.Value, clock.Now, Visitor: visitor));
    }
}
