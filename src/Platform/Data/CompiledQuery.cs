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
    private readonly PerModel<Func<StoreDb, TArgument, CancellationToken, Task<TResult>>> translated = new(() => EF.CompileAsyncQuery(question));

    public Task<TResult> Run(StoreDb db, TArgument argument, CancellationToken ct) =>
        translated.For(db)(db, argument, ct);
}

/// <inheritdoc cref="CompiledQuery{TArgument, TResult}"/>
public sealed class CompiledQuery<TFirst, TSecond, TResult>(Expression<Func<StoreDb, TFirst, TSecond, CancellationToken, TResult>> question)
{
    private readonly PerModel<Func<StoreDb, TFirst, TSecond, CancellationToken, Task<TResult>>> translated = new(() => EF.CompileAsyncQuery(question));

    public Task<TResult> Run(StoreDb db, TFirst first, TSecond second, CancellationToken ct) =>
        translated.For(db)(db, first, second, ct);
}

/// <inheritdoc cref="CompiledQuery{TArgument, TResult}"/>
public sealed class CompiledQuery<TFirst, TSecond, TThird, TResult>(Expression<Func<StoreDb, TFirst, TSecond, TThird, CancellationToken, TResult>> question)
{
    private readonly PerModel<Func<StoreDb, TFirst, TSecond, TThird, CancellationToken, Task<TResult>>> translated = new(() => EF.CompileAsyncQuery(question));

    public Task<TResult> Run(StoreDb db, TFirst first, TSecond second, TThird third, CancellationToken ct) =>
        translated.For(db)(db, first, second, third, ct);
}

/// <summary>The same for a question with many answers.</summary>
public sealed class CompiledList<TArgument, TRow>(Expression<Func<StoreDb, TArgument, IQueryable<TRow>>> question)
{
    private readonly PerModel<Func<StoreDb, TArgument, IAsyncEnumerable<TRow>>> translated = new(() => EF.CompileAsyncQuery(question));

    public async Task<List<TRow>> Run(StoreDb db, TArgument argument, CancellationToken ct)
    {
        var rows = new List<TRow>();
        await foreach (var row in translated.For(db)(db, argument).WithCancellation(ct)) rows.Add(row);
        return rows;
    }
}

/// <summary>What was translated for each model, for as long as the model lives.</summary>
internal sealed class PerModel<TTranslation>(Func<TTranslation> translate) where TTranslation : class
{
    private readonly ConditionalWeakTable<IModel, TTranslation> known = [];
    private readonly ConditionalWeakTable<IModel, TTranslation>.CreateValueCallback make = _ => translate();

    public TTranslation For(StoreDb db) => known.GetValue(db.Model, make);
}
