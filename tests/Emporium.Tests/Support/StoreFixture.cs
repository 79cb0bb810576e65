using System.Collections.Concurrent;

namespace Emporium.Tests.Support;

/// <summary>The stores of one test class, one a database, opened when first asked for.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestStore>>> stores = [];

    public Task<TestStore> On(TestDatabase database) => stores.GetOrAdd(database, kind => new(() => TestStore.Open(kind))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores.Values.Where(s => s.Value.IsCompletedSuccessfully)) await (await store.Value).DisposeAsync();
    }
}
