using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk;

/// <summary>The desk's search: a page of its own, and the list that the palette shows while one types.</summary>
internal static class SearchDesk
{
    public static IServiceCollection AddDeskSearch(this IServiceCollection services) => services.AddScoped<PaletteSearch>();

    public static void MapDeskSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/admin/search/hits", Hits).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Hits(string? q, PaletteSearch search, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PaletteList>(new { Groups = await search.Find(http.User, q, ct) });
    }
}
