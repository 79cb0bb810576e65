using System.Linq.Expressions;

namespace Emporium.Platform.Lists.Filters;

/// <summary>One of a few values.</summary>
/// <param name="read">The value that a word of the address stands for, and whether it stands for one.</param>
internal sealed class ChoiceFilter<TEntity, TValue>(
    string name, string label, Func<IServiceProvider, CancellationToken, ValueTask<IReadOnlyList<ListChoice>>> choices,
    Func<string, (bool IsKnown, TValue Value)> read, Func<TValue, Expression<Func<TEntity, bool>>> fits) : ListFilter<TEntity>
    where TEntity : class
{
    public override IReadOnlyList<string> Parameters { get; } = [name];

    public override async ValueTask<ListField> Field(IServiceProvider scope, CancellationToken ct) => new ListField.Choice(name, label, await choices(scope, ct));

    public override ValueTask<IQueryable<TEntity>> Apply(IQueryable<TEntity> rows, ListQuery asked, IServiceProvider scope, CancellationToken ct)
    {
        if (asked[name] is not { } word) return new(rows);
        var (isKnown, value) = read(word);
        return isKnown ? new(rows.Where(fits(value))) : throw Invalid($"“{word}” is none of the choices for “{label}”. Choose one of the list.", name);
    }
}
