namespace Emporium.Platform.Lists;

/// <summary>One way to make a list shorter.</summary>
public abstract class ListFilter<TEntity> where TEntity : class
{
    /// <summary>The parameters that it reads.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>How it is asked; choices may have to be read first.</summary>
    public abstract ValueTask<ListField> Field(IServiceProvider scope, CancellationToken ct);

    /// <returns>The rows that fit; all of them where nothing is asked.</returns>
    /// <exception cref="Refusal"><c>list.filter_invalid</c>.</exception>
    public abstract ValueTask<IQueryable<TEntity>> Apply(IQueryable<TEntity> rows, ListQuery asked, IServiceProvider scope, CancellationToken ct);

    internal static Refusal Invalid(string message, string input) => Refusal.Invalid("list.filter_invalid", message, input);
}
