using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Library;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Files;
using Emporium.Sales.Contracts;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Delivery;

/// <summary>A whole store in which what Delivery and Licensing ask of the modules below is played, and the facts of orders are told directly.</summary>
public sealed class SmallHouse : IAsyncDisposable
{
    private TestStore store = null!;

    public PlayedModules Played { get; } = new();

    public TestClock Clock => store.Clock;

    public IServiceProvider Services => store.Services;

    public string FilesFolder => Path.Combine(store.Folder, "files");

    public string Url => store.Url;

    public static async Task<SmallHouse> Open(TestDatabase database)
    {
        var house = new SmallHouse();
        house.store = await TestStore.Open(database, change: services => services
            .AddSingleton(new StoreMode(Book.Test)).AddSingleton<ICustomers>(house.Played).AddSingleton<IOrders>(house.Played).AddSingleton<IProductFiles>(house.Played));
        return house;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    public HttpClient Client() => store.Api();

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

    /// <summary>Runs the two modules' reactions to the fact, each as the dispatcher would.</summary>
    public async Task Tell<TFact>(TFact fact, OrderId order, long sequence) where TFact : IFact
    {
        foreach (var reaction in Services.GetServices<Reaction>().Where(r => r.Fact == typeof(TFact) && (r.Name.StartsWith("delivery.", StringComparison.Ordinal) || r.Name.StartsWith("licensing.", StringComparison.Ordinal))))
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
