using System.Linq.Expressions;

namespace Emporium.Platform.Lists.Filters;

/// <summary>Comparisons with a value that the database gets as a parameter.</summary>
internal static class Ranges
{
    public static Expression<Func<TEntity, bool>> From<TEntity, TValue>(Expression<Func<TEntity, TValue>> of, TValue least) => Compare(of, least, Expression.GreaterThanOrEqual);

    public static Expression<Func<TEntity, bool>> Below<TEntity, TValue>(Expression<Func<TEntity, TValue>> of, TValue end) => Compare(of, end, Expression.LessThan);

    public static Expression<Func<TEntity, bool>> Is<TEntity, TValue>(Expression<Func<TEntity, TValue>> of, TValue value) => Compare(of, value, Expression.Equal);

    private static Expression<Func<TEntity, bool>> Compare<TEntity, TValue>(Expression<Func<TEntity, TValue>> of, TValue value, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<TEntity, bool>>(how(of.Body, Swap.Parameter(value)), of.Parameters);
}
