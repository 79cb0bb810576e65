using System.Net;
using System.Net.Sockets;
using Emporium.Host;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Tests.Support;

/// <summary>A whole store on a loopback port and a database of its own, with its bank (the sandbox) inside and a clock that can be moved.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly TestDatabase kind;
    private bool isTwin;
    private WebApplication app = null!;
    private DatabaseOptions database = null!;

    private TestStore(TestDatabase kind, TestClock clock) => (this.kind, Clock) = (kind, clock);

    public TestClock Clock { get; }

    public string Url { get; private set; } = "";

    public string Folder => folder.Path;

    public IServiceProvider Services => app.Services;

    /// <param name="settings">Configuration on top of the test's own, <c>Section:Name</c>.</param>
    /// <param name="change">The last word on services.</param>
    public static async Task<TestStore> Open(TestDatabase kind, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? change = null)
    {
        var store = new TestStore(kind, new TestClock());
        store.database = await kind.CreateWithSchema(store.folder.Path);
        await store.Start(settings, change);
        return store;
    }

    /// <summary>Another node of the same store: the same database and clock, a process's worth of everything else. Closed before the first.</summary>
    public async Task<TestStore> Twin(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? change = null)
    {
        var twin = new TestStore(kind, Clock) { database = database, isTwin = true };
        File.Copy(Path.Combine(Folder, "master.key"), Path.Combine(twin.Folder, "master.key"));
        await twin.Start(settings, change);
        return twin;
    }

    /// <summary>A browser of its own: keeps cookies, follows no redirects, and says where its forms stand.</summary>
    public HttpClient Visitor()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Add("Origin", Url);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    /// <summary>A program that speaks to the API.</summary>
    public HttpClient Api() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Url) };

    /// <summary>Work in a scope of its own, as a request has it.</summary>
    public async Task<T> Do<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="Do{TService,T}"/>
    public Task Do<TService>(Func<TService, Task> work) where TService : notnull => Do<TService, bool>(async service => { await work(service); return true; });

    /// <summary>Waits until every reaction ran for everything that is due.</summary>
    public Task Settle() => Until(() => Do<StoreDb, bool>(async db =>
    {
        var now = Clock.Now;
        return !await db.Set<Platform.Events.Delivery>().AnyAsync(d => d.Status == DeliveryStatus.Pending && d.DueAt <= now);
    }));

    /// <summary>Waits for something that happens by itself; fails after 20 s of real time.</summary>
    public static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            if (patience.IsCancellationRequested) Assert.Fail("Waited for 20 seconds in vain.");
            await Task.Delay(15, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!isTwin) await kind.Drop(database);
        folder.Dispose();
    }

    private async Task Start(IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? change)
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        var configuration = new Dictionary<string, string>
        {
            ["Urls"] = Url,
            ["Store:Url"] = Url,
            ["Data:Folder"] = folder.Path,
            ["Database:Provider"] = database.Provider,
            ["Database:ConnectionString"] = database.ConnectionString!,
            ["Sandbox:Enabled"] = "true",
            ["Sandbox:PublicUrl"] = $"{Url}/sandbox/stripe",
            ["Sandbox:WebhookUrl"] = $"{Url}/webhooks/stripe",
            // A test runs the job that it is about; those on time would meddle, and all of them begin at the start.
            ["Jobs:Enabled"] = "false",
            ["RateLimits:ApiPerMinute"] = "1000000",
            ["RateLimits:FormsPerMinute"] = "1000000",
            ["RateLimits:SignInPerMinute"] = "1000000",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) configuration[key] = value;

        app = Store.Build([.. configuration.Select(s => $"--{s.Key}={s.Value}")], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            change?.Invoke(builder.Services);
        });
        await app.Services.Prepare();
        await app.StartAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
