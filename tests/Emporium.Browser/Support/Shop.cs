using Emporium.Host.DemoStore;
using Emporium.Platform.Visitors;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Emporium.Browser.Support.Shop))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Emporium.Browser.Support;

/// <summary>One store with the demo's goods and one Chromium for all journeys. Where there is no Chromium the journeys are skipped and say so.</summary>
public sealed class Shop : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string Chromium = Environment.GetEnvironmentVariable("TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;
    private TestStore? store;

    public TestStore Store => store!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Design:IsShown"] = "true" });
        await store.Do<SeedDemo>(demo => demo.Run(CancellationToken.None));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>Somebody new: nothing cached, and no cookie but the one that says no to cookies.</summary>
    /// <param name="hasChosen">False for somebody who has yet to be asked.</param>
    /// <param name="url">Of another store; null for the demo's.</param>
    internal async Task<Visit> Visit(bool withScripts = true, bool hasChosen = true, string? url = null)
    {
        Assert.SkipWhen(browser is null, $"There is no Chromium at {Chromium}; TEST_CHROMIUM names another.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = url ?? Store.Url,
            JavaScriptEnabled = withScripts,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = Screen.Desktop, Height = Screen.Height },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        if (hasChosen) await context.AddCookiesAsync([new() { Name = "consent", Value = $"{Store.Services.GetRequiredService<IVisitorConsent>().Policy}.1700000000.-", Url = url ?? Store.Url }]);
        return await Support.Visit.Begin(context, withScripts);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (store is not null) await store.DisposeAsync();
    }
}
