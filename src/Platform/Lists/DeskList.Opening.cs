using System.Security.Claims;
using Emporium.Platform.Lists.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Lists;

/// <summary>The list as a page shows it to one person.</summary>
public abstract partial class DeskList<TEntity, TId, TRow>
{
    private IEnumerable<string> Parameters => Filters.SelectMany(filter => filter.Parameters);

    /// <summary>What the request's address asks for. What no filter understands is shown as a sentence over an empty list.</summary>
    public async Task<ListPage<TRow>> Open(HttpContext http)
    {
        var (scope, ct, asked) = (http.RequestServices, http.RequestAborted, Asked(http));
        var (slice, refused) = await TrySlice(asked, scope, ct);
        List<ListField> fields = [];
        foreach (var filter in Filters) fields.Add(await filter.Field(scope, ct));
        return new ListPage<TRow>
        {
            Path = Path, Asked = asked, Refused = refused, Fields = fields, Columns = [.. Columns.Shown],
            Rows = [.. slice.Rows.Select(line => new ListPage<TRow>.Line(EntityId.Text(line.Id), line.Row))],
            Sortings = [.. Orders.Select(order => Sorting(order, asked))],
            NextUrl = slice.Rows.Count > 0 && (slice.IsCut || IsBackwards(asked)) ? Link(asked, (ListQuery.AfterName, slice.Rows[^1].Place)) : null,
            PreviousUrl = slice.Rows.Count > 0 && (IsBackwards(asked) ? slice.IsCut : asked.After is not null) ? Link(asked, (ListQuery.BeforeName, slice.Rows[0].Place)) : null,
            Views = await Views(asked, http, ct),
            Acts = await Buttons(http),
            MayExport = await May(http, ExportPermission),
        };
    }

    /// <summary>The filters and the order that the request names.</summary>
    public ListQuery Asked(HttpContext http) => ListQuery.Of(http.Request.Query, Parameters);

    private async Task<(ListSlice<TId, TRow> Slice, Refusal? Refused)> TrySlice(ListQuery asked, IServiceProvider scope, CancellationToken ct)
    {
        try
        {
            return (await Slice(asked, PageSize, scope, ct), null);
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Invalid)
        {
            return (new([], false), refusal);
        }
    }

    private ListSorting Sorting(ListOrder<TEntity> order, ListQuery asked)
    {
        var current = asked.Sort?.TrimStart('-') is { } name ? name == order.Name : order == Orders[0];
        var descending = current ? asked.Sort is { } sort ? sort[0] == '-' : order.Descends : order.Descends;
        string? Value(bool down) => order == Orders[0] && down == order.Descends ? null : $"{(down ? "-" : "")}{order.Name}";
        return new ListSorting(order.Name, order.Title, current, descending, order.Descends, order.First.Down, order.First.Up,
            Link(asked, (ListQuery.SortName, Value(current ? !descending : order.Descends))));
    }

    private async Task<IReadOnlyList<ListPage<TRow>.View>> Views(ListQuery asked, HttpContext http, CancellationToken ct)
    {
        var (current, who) = (asked.Text(), http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        var saved = await http.RequestServices.GetRequiredService<SavedViews>().Of(Name, who, ct);
        return [
            .. Presets.Select(preset => new ListPage<TRow>.View(null, preset.Name, $"{Path}?{preset.Query}", Canonical(preset.Query) == current, IsOwn: false, IsShared: true)),
            .. saved.Select(view => new ListPage<TRow>.View($"{view.Id}", view.Name, $"{Path}?{view.Query}", view.Query == current, view.Owner == who, view.IsShared)),
        ];
    }

    private async Task<IReadOnlyList<ListButton>> Buttons(HttpContext http)
    {
        List<ListButton> buttons = [];
        foreach (var act in Acts)
            if (await May(http, act.Permission)) buttons.Add(new ListButton(act.Text, act.Icon, $"{Path}/acts/{act.Name}", act.IsDangerous));
        return buttons;
    }

    private string Link(ListQuery asked, params ReadOnlySpan<(string Name, string? Value)> changed) => asked.Text(changed) is { Length: > 0 } text ? $"{Path}?{text}" : Path;

    private static bool IsBackwards(ListQuery asked) => asked.After is null && asked.Before is not null;

    private static async Task<bool> May(HttpContext http, string permission) =>
        (await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, permission)).Succeeded;
}
