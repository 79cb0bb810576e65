using System.Globalization;
using Emporium.Platform.Audit;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Lists.Export;

/// <summary>A list as a file: CSV, a JSON array, or JSON Lines. What leaves the store as a whole asks for the password again and stands in the audit log.</summary>
public static class ListFile
{
    /// <summary>The files of a list that is too short, or too much its own, to be a <see cref="DeskList{TEntity,TId,TRow}"/>.</summary>
    /// <param name="path">The page's: <c>/admin/jobs</c>. Its last fixed word names the files.</param>
    /// <param name="rows">Every row, read as it is taken.</param>
    public static void MapListFile<TRow>(this IEndpointRouteBuilder routes, string path, string permission, ListColumns<TRow> columns, Func<HttpContext, IAsyncEnumerable<TRow>> rows)
    {
        var name = path.Split('/').Last(word => !word.StartsWith('{'));
        var list = routes.MapGroup(path).ExcludeFromDescription();
        Map(list, name, "csv", "text/csv; charset=utf-8", permission, columns, rows, CsvExport.Write);
        Map(list, name, "json", "application/json", permission, columns, rows, JsonExport.Array);
        Map(list, name, "jsonl", "application/jsonl", permission, columns, rows, JsonExport.Lines);
    }

    /// <inheritdoc cref="MapListFile{TRow}(IEndpointRouteBuilder, string, string, ListColumns{TRow}, Func{HttpContext, IAsyncEnumerable{TRow}})"/>
    public static void MapListFile<TRow>(this IEndpointRouteBuilder routes, string path, string permission, ListColumns<TRow> columns, Func<HttpContext, Task<IReadOnlyList<TRow>>> rows) =>
        routes.MapListFile(path, permission, columns, http => Each(rows(http)));

    private delegate Task Writer<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, CancellationToken ct);

    private static void Map<TRow>(
        RouteGroupBuilder list, string name, string format, string type, string permission, ListColumns<TRow> columns, Func<HttpContext, IAsyncEnumerable<TRow>> rows, Writer<TRow> write) =>
        list.MapGet($"/export.{format}", async http =>
        {
            // What is refused is refused before a file begins.
            await using var first = rows(http).GetAsyncEnumerator(http.RequestAborted);
            var hasAny = await first.MoveNextAsync();
            var day = http.RequestServices.GetRequiredService<TimeProvider>().Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            http.Response.ContentType = type;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{day}.{format}\"";
            http.Response.Headers.CacheControl = "no-store";
            await write(columns.All, Rest(first, hasAny), http.Response.Body, http.RequestAborted);
        }).RequireAuthorization(permission).RequireStepUp().Audited().WithSummary($"Exports {name} as {format}.");

    private static async IAsyncEnumerable<TRow> Rest<TRow>(IAsyncEnumerator<TRow> begun, bool hasAny)
    {
        for (; hasAny; hasAny = await begun.MoveNextAsync()) yield return begun.Current;
    }

    private static async IAsyncEnumerable<TRow> Each<TRow>(Task<IReadOnlyList<TRow>> rows)
    {
        foreach (var row in await rows) yield return row;
    }
}
