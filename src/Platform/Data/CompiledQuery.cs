using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emporium.Platform.Data;

/// <summary>
/// A question that is asked on the way of every purchase, translated once instead of every time. A translation belongs to the model of
/// one database: a process that serves two, as the tests do, has two.
/// </summary>
/// <param name="question">Ends in what gives one row or value; asked asynchronously all the same.</param>
public sealed class CompiledQuery<TArgument, TResult>(Expression<Func<StoreDb, TArgument, CancellationToken, TResult>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<StoreDb, TArgument, CancellationToken, Task<TResult>>> translations = [];

    public Task<TResult> Run(StoreDb db, TArgument argument, CancellationToken ct) =>
        translations.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, argument, ct);
}

/// <inheritdoc cref="CompiledQuery{TArgument, TResult}"/>
public sealed class CompiledQuery<TFirst, TSecond, TResult>(Expression<Func<StoreDb, TFirst, TSecond, CancellationToken, TResult>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<StoreDb, TFirst, TSecond, CancellationToken, Task<TResult>>> translations = [];

    public Task<TResult> Run(StoreDb db, TFirst first, TSecond second, CancellationToken ct) =>
        translations.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, first, second, ct);
}

/// <summary>The same for a question with many answers.</summary>
public sealed class CompiledList<TArgument, TRow>(Expression<Func<StoreDb, TArgument, IQueryable<TRow>>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<StoreDb, TArgument, IAsyncEnumerable<TRow>>> translations = [];

    public async Task<List<TRow>> Run(StoreDb db, TArgument argument, CancellationToken ct)
    {
        var rows = new List<TRow>();
        await foreach (var row in translations.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, argument).WithCancellation(ct)) rows.Add(row);
        return rows;
    }
}
