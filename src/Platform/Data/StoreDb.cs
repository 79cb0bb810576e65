using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Data;

/// <summary>The one unit of work. Tables are private to the module that maps them: use <c>db.Set&lt;T&gt;()</c>.</summary>
public sealed class StoreDb(DbContextOptions<StoreDb> options) : DbContext(options)
{
    private readonly StoreOptions store = options.FindExtension<StoreOptions>()!;
    private readonly List<Action> afterCommit = [];
    private Action? beforeSave;
    private bool isTransacting;

    /// <summary>Runs once the current unit of work is durable; forgotten when it fails. For wake-ups and caches, never for work that must happen.</summary>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    /// <summary>Runs before each save of this context, to add what belongs to the change itself.</summary>
    internal void BeforeSave(Action add) => beforeSave = add;

    /// <summary>
    /// Runs the work and its one save in one transaction: for handlers that need <c>ExecuteUpdate</c> besides tracked changes.
    /// The only place that opens a transaction; inside another one it joins it. No network call belongs in here.
    /// </summary>
    public async Task<T> Transact<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (isTransacting) return await work();
        try
        {
            var result = store.Gate is { } gate ? await gate.Write(this, () => Inside(work), ct) : await Alone(() => Inside(work), ct);
            Committed();
            return result;
        }
        finally
        {
            afterCommit.Clear();
        }
    }

    /// <inheritdoc cref="Transact{T}"/>
    public Task Transact(Func<Task> work, CancellationToken ct) => Transact(async () => { await work(); return true; }, ct);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        beforeSave?.Invoke();
        if (isTransacting) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (store.Gate is not null) return await Transact(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
        try
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            Committed();
            return rows;
        }
        finally
        {
            afterCommit.Clear();
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        foreach (var id in Assemblies.SelectMany(a => a.GetTypes()).Where(EntityId.IsEntityId))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in Assemblies) modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        SnakeCase.Apply(modelBuilder);
    }

    // A pooled context comes back: what one request wanted to happen with its change is not the next one's business.
    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Forget();
        return base.DisposeAsync();
    }

    private IEnumerable<System.Reflection.Assembly> Assemblies =>
        store.Modules.Select(m => m.GetType().Assembly).Prepend(typeof(StoreDb).Assembly).Distinct();

    private async Task<T> Inside<T>(Func<Task<T>> work)
    {
        isTransacting = true;

        // Whatever fails ends the whole transaction, so that no save needs a savepoint of its own.
        Database.AutoSavepointsEnabled = false;
        try
        {
            return await work();
        }
        finally
        {
            isTransacting = false;
        }
    }

    private async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        return result;
    }

    private void Forget()
    {
        afterCommit.Clear();
        beforeSave = null;
    }

    private void Committed()
    {
        foreach (var act in afterCommit) act();
    }
}
