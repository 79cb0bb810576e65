using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Data.Sqlite;
using Emporium.Platform.Events;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Events;

using Delivery = Emporium.Platform.Events.Delivery;

/// <summary>The event machinery alone, on a real database, run by hand and by a clock that stands still until it is moved.</summary>
internal sealed class TrialHouse : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<Task> close;
    private readonly DatabaseOptions database;
    private Leases.Held? held;

    private TrialHouse(DatabaseOptions database, StillClock clock, Breakage breakage, Func<Task> close)
    {
        (this.database, Clock, Breakage, this.close) = (database, clock, breakage, close);
        services = Services();
    }

    public StillClock Clock { get; }

    public Breakage Breakage { get; }

    public static async Task<TrialHouse> Open(TestDatabase kind)
    {
        var folder = new TestFolder();
        var database = await kind.Create(folder.Path);
        var house = new TrialHouse(database, new StillClock(), new Breakage(), async () =>
        {
            await kind.Drop(database);
            folder.Dispose();
        });
        await house.Do<StoreDb>(db => db.Database.EnsureCreatedAsync());
        return house;
    }

    /// <summary>A second node on the same database.</summary>
    public TrialHouse Twin() => new(database, Clock, Breakage, () => Task.CompletedTask);

    public async Task<Box> NewBox(params string[] contents)
    {
        var box = new Box { Id = BoxId.New(Clock) };
        await Do<StoreDb>(db =>
        {
            db.Add(box);
            return db.SaveChangesAsync();
        });
        foreach (var content in contents) await Fill(box, content);
        return box;
    }

    public Task Fill(Box box, string content) => Do<IServiceProvider>(async scope =>
    {
        var db = scope.GetRequiredService<StoreDb>();
        db.Attach(box);
        scope.GetRequiredService<IEvents>().Raise(box, new BoxFilled(content));
        await db.SaveChangesAsync();
    });

    /// <summary>Runs what this house has just stored, as the dispatcher would.</summary>
    public async Task Try() => await services.GetRequiredService<FirstTry>()
        .Run(await services.GetRequiredService<FreshRows<Raised>>().Take(64, TimeSpan.Zero, CancellationToken.None), CancellationToken.None);

    /// <summary>Runs all that is due, as the dispatcher's loop would.</summary>
    public async Task Work()
    {
        while (await Hold() is { } lease && await Run(lease)) { }
    }

    public async Task<Leases.Held?> Hold() => held = await services.GetRequiredService<Leases>().Take($"reaction {Shelve.Name}", held, CancellationToken.None);

    public Task<bool> Run(Leases.Held lease) =>
        services.GetRequiredService<Batch>().Run(services.GetRequiredService<Reactions>().All.Single(), lease.Fence, Clock.Now, CancellationToken.None);

    public async Task<IReadOnlyList<string>> Shelf(Box box) => await Do<StoreDb, List<string>>(db =>
        db.Set<Shelved>().Where(s => s.Box == box.Subject).OrderBy(s => s.Id).Select(s => s.Content).ToListAsync());

    public async Task<IReadOnlyList<Delivery>> Deliveries(Box box) => await Do<StoreDb, List<Delivery>>(db =>
        db.Set<Delivery>().AsNoTracking().Where(d => d.Subject == box.Subject).OrderBy(d => d.Sequence).ToListAsync());

    public async Task<IReadOnlyList<DeliveryStatus>> Statuses(Box box) => [.. (await Deliveries(box)).Select(d => d.Status)];

    public async Task<T> Do<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task Do<TService>(Func<TService, Task> work) where TService : notnull => Do<TService, bool>(async service => { await work(service); return true; });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await close();
    }

    private ServiceProvider Services()
    {
        var (dialect, module) = (Database.DialectOf(database), new TrialModule());
        var house = new ServiceCollection();
        if (!dialect.IsShared) house.AddSingleton(_ => new WriteGate(database.ConnectionString!));
        return house
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IModule>(module)
            .AddSingleton(Breakage)
            .AddSingleton(dialect)
            .AddDbContext<StoreDb>((provider, builder) => Database.Configure(builder, dialect, database.ConnectionString!, [module], provider.GetService<WriteGate>()))
            .AddStoredEvents()
            .AddReaction<BoxFilled, Shelve>(Shelve.Name)
            .BuildServiceProvider(validateScopes: true);
    }
}

/// <summary>A moment, until a test moves it.</summary>
internal sealed class StillClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
