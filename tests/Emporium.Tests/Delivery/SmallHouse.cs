using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery;
using Emporium.Delivery.Library;
using Emporium.Licensing;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Files;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Delivery;

/// <summary>Delivery and Licensing on the real platform and a real database; the modules below them are played. Facts are told directly.</summary>
public sealed class SmallHouse : IAsyncLifetime
{
    private static readonly IModule[] Modules = [new LicensingModule(), new DeliveryModule()];
    private readonly string folder = Directory.CreateTempSubdirectory("house").FullName;
    private WebApplication app = null!;

    public PlayedModules Played { get; } = new();

    public MovableClock Clock { get; } = new();

    public IServiceProvider Services => app.Services;

    public string FilesFolder => Path.Combine(folder, "files");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = folder, ["Store:Url"] = "http://localhost", ["RateLimits:ApiPerMinute"] = "100000", ["RateLimits:FormsPerMinute"] = "100000" });
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(new StoreMode(Book.Test));
        builder.Services.AddSingleton<ICustomers>(Played).AddSingleton<IOrders>(Played).AddSingleton<IProductFiles>(Played);
        builder.Services.AddAuthentication(StaffByHeader.Scheme).AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, StaffByHeader>(StaffByHeader.Scheme, null);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        builder.Services.AddPlatform(builder.Configuration, Modules);
        app = builder.Build();
        app.UsePlatformEdge();
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseRerun();
        foreach (var module in Modules) module.MapRoutes(app);
        app.MapRazorComponents<SmallHouseRoot>().AddAdditionalAssemblies(typeof(DeliveryModule).Assembly);
        await app.Services.Prepare();
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public HttpClient Client() => app.GetTestClient();

    /// <summary>A product with one file of these bytes.</summary>
    public async Task<ProductFile> File(byte[] content, string name = "book.epub", string mediaType = "application/epub+zip")
    {
        var stored = await Services.GetRequiredService<IFiles>().Put(new MemoryStream(content), CancellationToken.None);
        var file = new ProductFile(ProductFileId.New(Clock), ProductId.New(Clock), name, mediaType, stored.Sha256, stored.Size);
        Played.Files[file.Id] = file;
        return file;
    }

    /// <summary>An order of one line, paid, with everything that follows from it.</summary>
    public async Task<Purchase> Buy(ProductId product, int? limit = null, bool issuesLicense = false, int quantity = 1, CustomerId? customer = null)
    {
        var buyer = customer ?? Played.Customer(Clock);
        var line = new OrderPaid.Line(OrderLineId.New(Clock), product, SellerId.Store, quantity, issuesLicense, limit);
        var paid = new OrderPaid(OrderId.New(Clock), buyer, new Money(2_900, "EUR"), [line]);
        Played.Place(paid, Clock.Now);
        await Tell(paid, paid.Order, 2);
        return new Purchase(paid, Services.GetRequiredService<LibraryLinks>().TokenFor(buyer));
    }

    /// <summary>Runs every reaction to the fact, each as the dispatcher would.</summary>
    public async Task Tell<TFact>(TFact fact, OrderId order, long sequence) where TFact : IFact
    {
        foreach (var reaction in Services.GetServices<Reaction>().Where(r => r.Fact == typeof(TFact)))
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
            await db.Transact(async () =>
            {
                await reaction.Run(scope.ServiceProvider, fact, new Occurrence(EventId.New(Clock), order.ToString(), sequence, Book.Test, Clock.Now), CancellationToken.None);
                await db.SaveChangesAsync();
            }, CancellationToken.None);
        }
    }

    public async Task<JsonNode> Library(string token) => (await Client().GetFromJsonAsync<JsonNode>($"/api/v1/library?token={token}"))!;

    public async Task<HttpResponseMessage> Prepare(string token, string entitlement, ProductFileId file, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/library/downloads") { Content = JsonContent.Create(new { entitlement, file = file.ToString() }) };
        request.Headers.Add("Authorization", $"Bearer {token}");
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7(Clock.Now).ToString());
        return await Client().SendAsync(request);
    }

    /// <summary>The path of a counted download of the purchase's file.</summary>
    public async Task<string> Link(Purchase purchase, ProductFile file)
    {
        var entitlement = (await Library(purchase.Token))["items"]![0]!["entitlement"]!.GetValue<string>();
        var response = await Prepare(purchase.Token, entitlement, file.Id);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return new Uri((await response.Content.ReadFromJsonAsync<JsonNode>())!["url"]!.GetValue<string>()).PathAndQuery;
    }

    public sealed record Purchase(OrderPaid Paid, string Token)
    {
        public OrderId Order => Paid.Order;
    }
}
