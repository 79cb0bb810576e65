using System.Linq.Expressions;
using Emporium.Platform.Lists.Filters;

namespace Emporium.Platform.Lists;

/// <summary>Finds the rows that a word names.</summary>
public delegate ValueTask<IQueryable<TEntity>> ListSearch<TEntity>(IQueryable<TEntity> rows, string text, IServiceProvider scope, CancellationToken ct);

/// <summary>The words in which a list is declared.</summary>
public abstract partial class DeskList<TEntity, TId, TRow>
{
    /// <summary>By a moment, the latest first.</summary>
    protected static ListOrder<TEntity> By(string name, string title, Expression<Func<TEntity, DateTimeOffset>> moment) =>
        new ListOrder<TEntity, DateTimeOffset>(name, title, descends: true, moment, SortKeys.Moment);

    /// <summary>By a number or an amount's minor units, the largest first.</summary>
    protected static ListOrder<TEntity> By(string name, string title, Expression<Func<TEntity, long>> number) =>
        new ListOrder<TEntity, long>(name, title, descends: true, number, SortKeys.Number);

    /// <summary>By a text, in the database's own order.</summary>
    protected static ListOrder<TEntity> By(string name, string title, Expression<Func<TEntity, string>> text) =>
        new ListOrder<TEntity, string>(name, title, descends: false, text, SortKeys.Text);

    /// <summary>The search over the list; <paramref name="hint"/> says what may be entered.</summary>
    protected static ListFilter<TEntity> Search(string hint, ListSearch<TEntity> find) => new SearchFilter<TEntity>(hint, find);

    /// <summary>One value of an enum.</summary>
    protected static ListFilter<TEntity> Choice<TValue>(string name, string label, Func<TValue, string> text, Func<TValue, Expression<Func<TEntity, bool>>> fits) where TValue : struct, Enum
    {
        IReadOnlyList<ListChoice> choices = [.. Enum.GetValues<TValue>().Select(value => new ListChoice($"{value}", text(value)))];
        return new ChoiceFilter<TEntity, TValue>(name, label, (_, _) => new(choices),
            word => (Enum.TryParse<TValue>(word, out var value) && Enum.IsDefined(value), value), fits);
    }

    /// <summary>What real money bought, or the orders of a trial.</summary>
    protected static ListFilter<TEntity> Books(Func<Book, Expression<Func<TEntity, bool>>> fits) =>
        Choice("book", "Book", book => book is Book.Live ? "Live orders" : "Test orders", fits);

    /// <summary>One of some texts that have to be read first, such as the products of the store.</summary>
    protected static ListFilter<TEntity> Choice(
        string name, string label, Func<IServiceProvider, CancellationToken, ValueTask<IReadOnlyList<ListChoice>>> choices, Func<string, Expression<Func<TEntity, bool>>> fits) =>
        new ChoiceFilter<TEntity, string>(name, label, choices, word => (true, word), fits);

    /// <summary>One thing by its id.</summary>
    protected static ListFilter<TEntity> ChoiceOf<TOther>(
        string name, string label, Func<IServiceProvider, CancellationToken, ValueTask<IReadOnlyList<ListChoice>>> choices, Func<TOther, Expression<Func<TEntity, bool>>> fits)
        where TOther : struct, IEntityId<TOther> =>
        new ChoiceFilter<TEntity, TOther>(name, label, choices, word => (EntityId.TryParse<TOther>(word, out var id), id), fits);

    /// <summary>From a day to a day, in UTC.</summary>
    protected static ListFilter<TEntity> Days(string name, string label, Expression<Func<TEntity, DateTimeOffset>> moment) => new DaysFilter<TEntity>(name, label, moment);

    /// <summary>From an amount to an amount of one currency.</summary>
    protected static ListFilter<TEntity> Amounts(string name, string label, Expression<Func<TEntity, long>> minor, Expression<Func<TEntity, string>> currency) =>
        new AmountsFilter<TEntity>(name, label, minor, currency);
}
