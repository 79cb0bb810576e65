using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Lists;

/// <summary>
/// One way to sort a list. Rows with the same value go by their id, so every row has one place and no page repeats or drops one. Wants
/// an index over the value and the id.
/// </summary>
/// <param name="name">As the address says it.</param>
/// <param name="title">What a reader calls the value: “Date”, “Total”.</param>
/// <param name="descends">True where the largest or latest comes first, unless asked otherwise.</param>
/// <param name="first">What stands first, in words, going down and going up: “newest first”, “oldest first”.</param>
public abstract class ListOrder<TEntity>(string name, string title, bool descends, (string Down, string Up) first) where TEntity : class
{
    public string Name => name;

    public string Title => title;

    public bool Descends => descends;

    public (string Down, string Up) First => first;

    internal abstract Task<ListSlice<TId, TRow>> Read<TId, TRow>(
        IQueryable<TEntity> rows, Expression<Func<TEntity, TId>> id, Expression<Func<TEntity, TRow>> show, ListPosition from, int limit, CancellationToken ct)
        where TId : struct, IEntityId<TId>;
}

/// <param name="Place">Null for the beginning.</param>
/// <param name="Backwards">The rows in front of the place instead of those behind it.</param>
internal sealed record ListPosition(bool Descending, string? Place, bool Backwards);

/// <summary>Some rows of a list, in its order.</summary>
/// <param name="IsCut">True where there are more in the direction of reading.</param>
internal sealed record ListSlice<TId, TRow>(IReadOnlyList<ListSlice<TId, TRow>.Line> Rows, bool IsCut)
{
    public sealed record Line(TId Id, string Place, TRow Row);
}

internal sealed class ListOrder<TEntity, TSort>(string name, string title, bool descends, Expression<Func<TEntity, TSort>> by, SortKey<TSort> key)
    : ListOrder<TEntity>(name, title, descends, key.First)
    where TEntity : class
{
    internal override async Task<ListSlice<TId, TRow>> Read<TId, TRow>(
        IQueryable<TEntity> rows, Expression<Func<TEntity, TId>> id, Expression<Func<TEntity, TRow>> show, ListPosition from, int limit, CancellationToken ct)
    {
        // Backwards is the other direction, turned round at the end.
        var down = from.Descending != from.Backwards;
        if (from.Place is { } place) rows = rows.Where(Beyond(id, place, down));
        var sorted = down ? rows.OrderByDescending(by).ThenByDescending(id) : rows.OrderBy(by).ThenBy(id);
        var read = await sorted.Take(limit + 1).Select(Placed(id, show)).ToListAsync(ct);
        var page = read.Take(limit).Select(row => new ListSlice<TId, TRow>.Line(row.Id, ListPlace.Write(row.Id.Value, key.Write(row.Sort)), row.Row));
        return new ListSlice<TId, TRow>([.. from.Backwards ? page.Reverse() : page], read.Count > limit);
    }

    private Expression<Func<TEntity, Sorted<TId, TRow>>> Placed<TId, TRow>(Expression<Func<TEntity, TId>> id, Expression<Func<TEntity, TRow>> show)
    {
        var entity = show.Parameters[0];
        return Expression.Lambda<Func<TEntity, Sorted<TId, TRow>>>(Expression.MemberInit(Expression.New(typeof(Sorted<TId, TRow>)),
            Bind<TId, TRow>("Id", Swap.In(id, entity)), Bind<TId, TRow>("Sort", Swap.In(by, entity)), Bind<TId, TRow>("Row", show.Body)), entity);
    }

    private static MemberAssignment Bind<TId, TRow>(string name, Expression value) => Expression.Bind(typeof(Sorted<TId, TRow>).GetProperty(name)!, value);

    /// <summary>Up to the value, and of those that have it the ones beyond the id: the first half is where an index jumps to.</summary>
    private Expression<Func<TEntity, bool>> Beyond<TId>(Expression<Func<TEntity, TId>> id, string place, bool down) where TId : struct, IEntityId<TId>
    {
        var (guid, text) = ListPlace.Read(place);
        if (!key.TryRead(text, out var value)) throw ListPlace.Foreign();

        var entity = by.Parameters[0];
        var (sort, ownId) = (by.Body, Swap.In(id, entity));
        var (lastSort, lastId) = (Swap.Parameter(value), Swap.Parameter(TId.From(guid)));
        Expression<Func<TId, TId, bool>> idLess = (a, b) => a < b;
        Expression Ordered(LambdaExpression less, Expression own, Expression last) => down ? Swap.In(less, own, last) : Swap.In(less, last, own);
        return Expression.Lambda<Func<TEntity, bool>>(
            Expression.AndAlso(Ordered(key.AtMost, sort, lastSort), Expression.OrElse(Ordered(key.Less, sort, lastSort), Ordered(idLess, ownId, lastId))), entity);
    }

    private sealed class Sorted<TId, TRow>
    {
        public TId Id { get; init; } = default!;

        public TSort Sort { get; init; } = default!;

        public TRow Row { get; init; } = default!;
    }
}
