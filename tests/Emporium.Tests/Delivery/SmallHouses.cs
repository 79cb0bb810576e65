using System.Collections.Concurrent;
using Emporium.Tests.Support;

namespace Emporium.Tests.Delivery;

/// <summary>The houses of one test class, one a database, opened when first asked for.</summary>
public sealed class SmallHouses : IAsyncLifetime
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<SmallHouse>>> houses = [];

    public Task<SmallHouse> On(TestDatabase database) => houses.GetOrAdd(database, kind => new(() => SmallHouse.Open(kind))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var house in houses.Values.Where(h => h.Value.IsCompletedSuccessfully)) await (await house.Value).DisposeAsync();
    }
}
