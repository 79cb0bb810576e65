using System.Linq.Expressions;

namespace Emporium.Platform.Lists;

/// <summary>Puts expressions together: the parameters of one become parts of another.</summary>
internal sealed class Swap(ParameterExpression old, Expression replacement) : ExpressionVisitor
{
    public static Expression In(LambdaExpression lambda, params ReadOnlySpan<Expression> arguments)
    {
        var body = lambda.Body;
        for (var i = 0; i < arguments.Length; i++) body = new Swap(lambda.Parameters[i], arguments[i]).Visit(body);
        return body;
    }

    /// <summary>A value that reaches the database as a parameter, so that the statement's text stays the same.</summary>
    public static Expression Parameter<T>(T value)
    {
        Expression<Func<T>> captured = () => value;
        return captured.Body;
    }

    protected override Expression VisitParameter(ParameterExpression node) => node == old ? replacement : node;
}
