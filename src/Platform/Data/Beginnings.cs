using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Data;

/// <summary>Rows whose text begins with some words, found by an index: SQLite jumps into a range, PostgreSQL into a pattern (index it with <c>text_pattern_ops</c>).</summary>
public static class Beginnings
{
    private const string Escape = "\\";

    /// <param name="beginning">In lower case; not empty.</param>
    /// <param name="texts">Stored in lower case; one that begins so is enough.</param>
    public static IQueryable<T> WhereBegins<T>(this IQueryable<T> rows, Dialect dialect, string beginning, params ReadOnlySpan<Expression<Func<T, string?>>> texts)
    {
        var begins = dialect.IsShared ? Like(Pattern(beginning)) : Between(beginning, End(beginning));
        var row = Expression.Parameter(typeof(T), "row");
        Expression? any = null;
        foreach (var text in texts)
        {
            var one = Put(begins, Put(text, row));
            any = any is null ? one : Expression.OrElse(any, one);
        }
        return rows.Where(Expression.Lambda<Func<T, bool>>(any!, row));
    }

    private static Expression<Func<string?, bool>> Like(string pattern) => value => EF.Functions.Like(value, pattern, Escape);

    private static Expression<Func<string?, bool>> Between(string first, string end) => value => string.Compare(value, first) >= 0 && string.Compare(value, end) < 0;

    private static string Pattern(string beginning) =>
        beginning.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    // SQLite compares bytes: past every text that begins so.
    private static string End(string beginning) => beginning + "\U0010FFFF";

    private static Expression Put(LambdaExpression lambda, Expression argument) => new Substitution(lambda.Parameters[0], argument).Visit(lambda.Body);

    private sealed class Substitution(ParameterExpression old, Expression replacement) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? replacement : node;
    }
}
