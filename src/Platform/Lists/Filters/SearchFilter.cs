namespace Emporium.Platform.Lists.Filters;

/// <summary>Whatever names a row: the list says how each kind of word is found, by an index of its own.</summary>
internal sealed class SearchFilter<TEntity>(string hint, ListSearch<TEntity> find) : ListFilter<TEntity> where TEntity : class
{
    private readonly ListField.Search asks = new("q", "Search", hint);

    public override IReadOnlyList<string> Parameters => asks.Parameters;

    public override ValueTask<ListField> Field(IServiceProvider scope, CancellationToken ct) => new(asks);

    public override async ValueTask<IQueryable<TEntity>> Apply(IQueryable<TEntity> rows, ListQuery asked, IServiceProvider scope, CancellationToken ct) =>
        asked[asks.Name] is { } text ? await find(rows, text, scope, ct) : rows;
}
