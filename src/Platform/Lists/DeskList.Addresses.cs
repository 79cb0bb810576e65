using System.Security.Claims;
using Emporium.Platform.Http;
using Emporium.Platform.Lists.Export;
using Emporium.Platform.Lists.Views;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Lists;

/// <summary>The addresses beside the page: exports, saved views, acts on chosen rows.</summary>
public abstract partial class DeskList<TEntity, TId, TRow> : IDeskList
{
    private const int MostChosen = 200;

    void IDeskList.Map(IEndpointRouteBuilder routes)
    {
        var list = routes.MapGroup(Path).ExcludeFromDescription();
        routes.MapListFile(Path, ExportPermission, Columns, http => All(Asked(http), http.RequestServices, http.RequestAborted));
        Form(list.MapPost("/export", ExportChosen), ExportPermission).WithSummary($"Chooses {Name} to export.");
        Form(list.MapPost("/views", SaveView), Permission).WithSummary("Saves a view.");
        Form(list.MapPost("/views/{view}/delete", DeleteView), Permission).WithSummary("Deletes a view.");
        foreach (var act in Acts)
        {
            var endpoint = Form(list.MapPost($"/acts/{act.Name}", http => Run(act, http)), act.Permission).WithSummary($"{act.Text}.");
            if (act.IsDangerous) endpoint.RequireStepUp();
        }
    }

    private static IEndpointConventionBuilder Form(IEndpointConventionBuilder endpoint, string permission) =>
        endpoint.RequireAuthorization(permission).WithMetadata(new RequireAntiforgeryTokenAttribute());

    /// <summary>The chosen rows in an address of their own: a file is fetched, not posted for.</summary>
    private async Task ExportChosen(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await SeeOther.To($"{Path}/export.csv?{Named(Chosen(form))}").ExecuteAsync(http);
    }

    private static string Named(IEnumerable<TId> ids) => string.Join('&', ids.Select(id => $"{ListQuery.IdName}={EntityId.Text(id)}"));

    private async Task SaveView(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var query = Canonical(form["query"]);
        await http.RequestServices.GetRequiredService<SavedViews>().Save(Name, Who(http), form["name"].ToString(), query, form["shared"] == "true", http.RequestAborted);
        await SeeOther.To($"{Path}?{query}").ExecuteAsync(http);
    }

    private async Task DeleteView(HttpContext http)
    {
        var id = SavedViewId.TryParse(http.GetRouteValue("view") as string, null, out var known) ? known : throw Refusal.NotFound("view");
        await http.RequestServices.GetRequiredService<SavedViews>().Delete(id, Name, Who(http), http.RequestAborted);
        await SeeOther.To(Path).ExecuteAsync(http);
    }

    private async Task Run(ListAct<TId> act, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (act.Opens is { } page)
        {
            await SeeOther.To($"{page}?{Named(Chosen(form))}").ExecuteAsync(http);
            return;
        }
        var count = await act.Run(http.RequestServices, new ListChosen<TId>(Chosen(form), http.User), http.RequestAborted);
        http.RequestServices.GetRequiredService<Flash>().Say(http, act.Done(count));
        var query = Canonical(form["query"]);
        await SeeOther.To(query.Length > 0 ? $"{Path}?{query}" : Path).ExecuteAsync(http);
    }

    private static List<TId> Chosen(IFormCollection form) => form[ListQuery.IdName] switch
    {
        { Count: 0 } => throw Refusal.Invalid("list.nothing_chosen", "Choose at least one row.", ListQuery.IdName),
        { Count: > MostChosen } => throw Refusal.Invalid("list.too_many_chosen", $"Choose at most {MostChosen} rows at once.", ListQuery.IdName),
        var ids => ReadIds(ids.OfType<string>()),
    };

    /// <summary>Whatever a form sent, only what this list knows comes back.</summary>
    private string Canonical(string? query) => ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query)), Parameters).Text();

    private static string Who(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
