using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Lists;

/// <summary>
/// A list of the desk, declared once: its columns, filters, orders and what may be done with chosen rows. From that follow the page, saved
/// views and exports. It holds no state: one object serves everybody. Its parts are in files of their own: declaring, reading, addresses.
/// </summary>
/// <typeparam name="TEntity">What is filtered and sorted.</typeparam>
/// <typeparam name="TId">What names a row.</typeparam>
/// <typeparam name="TRow">What is shown and exported of it.</typeparam>
public abstract partial class DeskList<TEntity, TId, TRow>
    where TEntity : class
    where TId : struct, IEntityId<TId>
{
    internal const int PageSize = 50;
    private const int BatchSize = 500;
    private const int MostOfAnswer = 100;

    /// <summary>Where the page stands: <c>/admin/orders</c>. Its last word names the list in files and beside saved views.</summary>
    public abstract string Path { get; }

    /// <summary>To see it.</summary>
    public abstract string Permission { get; }

    /// <summary>To take it away as a file.</summary>
    public virtual string ExportPermission => Permission;

    public abstract ListColumns<TRow> Columns { get; }

    /// <summary>The first is the list's own.</summary>
    public abstract IReadOnlyList<ListOrder<TEntity>> Orders { get; }

    public virtual IReadOnlyList<ListFilter<TEntity>> Filters => [];

    /// <summary>Views that it brings along.</summary>
    public virtual IReadOnlyList<ListPreset> Presets => [];

    public virtual IReadOnlyList<ListAct<TId>> Acts => [];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    protected abstract Expression<Func<TEntity, TId>> Id { get; }

    protected abstract Expression<Func<TEntity, TRow>> Row { get; }

    /// <summary>All its rows, without tracking.</summary>
    protected virtual IQueryable<TEntity> Source(IServiceProvider scope) => scope.GetRequiredService<StoreDb>().Set<TEntity>().AsNoTracking();

    /// <summary>Adds to the rows of a page at once what stands elsewhere: names for the ids of other modules.</summary>
    protected virtual Task<IReadOnlyList<TRow>> Complete(IReadOnlyList<TRow> rows, IServiceProvider scope, CancellationToken ct) => Task.FromResult(rows);

    /// <summary>One page of what a program's address asks for, with the filters and orders of the desk.</summary>
    /// <param name="limit">Rows of a page, at most 100.</param>
    /// <exception cref="Refusal"><c>list.filter_invalid</c>, <c>list.sort_unknown</c>, <c>cursor.invalid</c>.</exception>
    public Task<Page<TRow>> Answer(HttpContext http, int limit) => Read(Asked(http), Math.Clamp(limit, 1, MostOfAnswer), http.RequestServices, http.RequestAborted);

    /// <summary>One page, for a program.</summary>
    /// <param name="limit">Rows of a page.</param>
    /// <exception cref="Refusal"><c>list.filter_invalid</c>, <c>list.sort_unknown</c>, <c>cursor.invalid</c>.</exception>
    public async Task<Page<TRow>> Read(ListQuery asked, int limit, IServiceProvider scope, CancellationToken ct)
    {
        var slice = await Slice(asked, limit, scope, ct);
        return new Page<TRow>([.. slice.Rows.Select(line => line.Row)], slice.IsCut ? slice.Rows[^1].Place : null);
    }

    /// <summary>One row as the list shows it.</summary>
    public Task<TRow?> Find(TId id, IServiceProvider scope, CancellationToken ct) => Source(scope).Where(Among([id])).Select(Row).SingleOrDefaultAsync(ct);

    /// <summary>Every row that fits, read in parts as it is taken, so that a long list needs no more memory than a short one.</summary>
    internal async IAsyncEnumerable<TRow> All(ListQuery asked, IServiceProvider scope, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = await Fitting(asked, scope, ct);
        var (order, descending) = Sorting(asked);
        for (string? place = null; ;)
        {
            var slice = await order.Read(rows, Id, Row, new(descending, place, Backwards: false), BatchSize, ct);
            foreach (var row in await Complete([.. slice.Rows.Select(line => line.Row)], scope, ct)) yield return row;
            if (!slice.IsCut) yield break;
            place = slice.Rows[^1].Place;
        }
    }

    private protected async Task<ListSlice<TId, TRow>> Slice(ListQuery asked, int limit, IServiceProvider scope, CancellationToken ct)
    {
        var rows = await Fitting(asked, scope, ct);
        var (order, descending) = Sorting(asked);
        var slice = await order.Read(rows, Id, Row, new(descending, asked.After ?? asked.Before, asked.After is null && asked.Before is not null), limit, ct);
        var complete = await Complete([.. slice.Rows.Select(line => line.Row)], scope, ct);
        return slice with { Rows = [.. slice.Rows.Zip(complete, (line, row) => line with { Row = row })] };
    }

    private async Task<IQueryable<TEntity>> Fitting(ListQuery asked, IServiceProvider scope, CancellationToken ct)
    {
        var rows = Source(scope);
        foreach (var filter in Filters) rows = await filter.Apply(rows, asked, scope, ct);
        return asked.Ids.Count == 0 ? rows : rows.Where(Among(ReadIds(asked.Ids)));
    }

    private (ListOrder<TEntity> Order, bool Descending) Sorting(ListQuery asked)
    {
        if (asked.Sort is not { } sort) return (Orders[0], Orders[0].Descends);
        var name = sort.TrimStart('-');
        return Orders.FirstOrDefault(order => order.Name == name) is { } known
            ? (known, sort[0] == '-')
            : throw Refusal.Invalid("list.sort_unknown", $"This list sorts by {string.Join(", ", Orders.Select(order => order.Name))}, with a minus in front for the largest first.", "sort");
    }

    private Expression<Func<TEntity, bool>> Among(IReadOnlyList<TId> ids)
    {
        var own = Id;
        Expression<Func<TId, bool>> among = id => ids.Contains(id);
        return Expression.Lambda<Func<TEntity, bool>>(Swap.In(among, own.Body), own.Parameters);
    }

    private static List<TId> ReadIds(IEnumerable<string> texts) =>
        [.. texts.Select(text => EntityId.TryParse<TId>(text, out var id) ? id : throw Refusal.Invalid("list.choice_invalid", "Choose rows of this list.", ListQuery.IdName)).Distinct()];
}
