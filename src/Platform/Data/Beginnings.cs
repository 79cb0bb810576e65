using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Data;

/// <summary>Rows whose text begins with some words, found by an index: SQLite jumps into a range, PostgreSQL into a pattern (index it with <c>text_pattern_ops</c>).</summary>
public static class Beginnings
{
    private const string Escape = "\\";

    /// <param name="text">Stored in lower case.</param>
    /// <param name="beginning">In lower case too; not empty.</param>
    public static IQueryable<T> WhereBegins<T>(this IQueryable<T> rows, Dialect dialect, Expression<Func<T, string?>> text, string beginning) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(dialect.IsShared ? Like(text.Body, Pattern(beginning)) : Between(text.Body, beginning, End(beginning)), text.Parameters));

    private static Expression Like(Expression text, string pattern)
    {
        Expression<Func<string, bool>> like = value => EF.Functions.Like(value, pattern, Escape);
        return Put(like, text);
    }

    private static Expression Between(Expression text, string first, string end)
    {
        Expression<Func<string, bool>> between = value => string.Compare(value, first) >= 0 && string.Compare(value, end) < 0;
        return Put(between, text);
    }

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
