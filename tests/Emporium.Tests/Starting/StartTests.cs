using System.Net;
using Emporium.Catalog.Contracts;
using Emporium.Host;
using Emporium.Host.DemoStore;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Starting;

public sealed class StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Seeding_twice_doubles_nothing(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await Seed(store);
        var once = await Shelf(store);

        await Seed(store);

        Assert.Equal(DemoGoods.All.Count, once.Count);
        Assert.Equal(once, await Shelf(store));
        Assert.False(await store.Do<IServiceProvider, bool>(services => services.GetRequiredService<SeedDemo>().IsWanted(Ct)));
    }

    [Fact]
    public async Task In_production_the_test_bank_is_there_only_when_named()
    {
        using var folder = new TestFolder();
        await using var named = Store.Build(["--environment=Production", $"--Data:Folder={folder.Path}", "--Sandbox:Enabled=true"]);
        await using var unnamed = Store.Build(["--environment=Production", $"--Data:Folder={folder.Path}"]);
        await using var development = Store.Build(["--environment=Development", $"--Data:Folder={folder.Path}"]);

        Assert.Equal((true, false, true), (HasBank(named), HasBank(unnamed), HasBank(development)));
    }

    [Fact]
    public async Task A_live_key_and_the_test_bank_do_not_start_together()
    {
        using var folder = new TestFolder();
        await using var app = Store.Build([$"--Data:Folder={folder.Path}", "--Sandbox:Enabled=true", "--Payments:Stripe:SecretKey=sk_live_x", "--Payments:Stripe:WebhookSecrets=whsec_x"]);

        Assert.Contains("live key", Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<StoreMode>()).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Doctor_finds_a_new_store_in_good_health(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);

        var findings = await store.Do<IServiceProvider, List<Finding>>(async services =>
        {
            var all = new List<Finding>();
            foreach (var check in services.GetServices<IDoctorCheck>()) all.AddRange(await check.Look(Ct));
            return all;
        });

        Assert.DoesNotContain(findings, f => f.Health is Health.Broken);
        Assert.All(findings.Where(f => f.Health is Health.Poor), f => Assert.NotNull(f.Remedy));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Health_is_told_to_whoever_balances_load(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        using var api = store.Api();

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/health/live", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/health/ready", Ct)).StatusCode);
    }

    private static Task Seed(TestStore store) => store.Do<IServiceProvider>(services => services.GetRequiredService<SeedDemo>().Run(Ct));

    private static async Task<IReadOnlyList<string>> Shelf(TestStore store)
    {
        using var api = store.Api();
        using var answer = System.Text.Json.JsonDocument.Parse(await api.GetStringAsync("/api/v1/products", Ct));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
    }

    private static bool HasBank(Microsoft.AspNetCore.Builder.WebApplication app) =>
        ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).Any(e => e.DisplayName?.Contains("/sandbox/", StringComparison.Ordinal) is true);
}
