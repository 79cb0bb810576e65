using Emporium.Host;
using Emporium.Platform;
using Emporium.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Operations;

public sealed class ObservabilityTests
{
    [Fact]
    public void Without_an_endpoint_nothing_is_registered() =>
        Assert.Empty(new ServiceCollection().AddObservability(new ConfigurationBuilder().Build()));

    [Fact]
    public void An_endpoint_that_is_no_address_is_refused_by_name() =>
        Assert.Contains("Telemetry:OtlpEndpoint", Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddObservability(To("localhost:4317"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task With_an_endpoint_the_store_is_traced_while_it_runs()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Telemetry:OtlpEndpoint"] = "http://127.0.0.1:9" });

        Assert.True(Telemetry.Activities.HasListeners());
    }

    private static IConfiguration To(string endpoint) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Telemetry:OtlpEndpoint"] = endpoint }).Build();
}
