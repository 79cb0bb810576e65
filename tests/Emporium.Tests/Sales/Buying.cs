using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Ledger.Contracts;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Sales.Proof;
using Emporium.Tests.Catalog;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Sales;

/// <summary>How a test buys: through the API, and at the bank's page.</summary>
internal static class Buying
{
    public const string GoodCard = "4242424242424242";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string NewKey() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    public static async Task<ProductId> Product(this TestStore store, long cents = 2_900) =>
        await store.Put(Drafts.Of($"w-{NewKey()[..8]}-{NewKey()[^8..]}") with { Prices = [new Money(cents, "EUR")] });

    public static async Task<HttpResponseMessage> Send(this TestStore store, HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var api = store.Api();
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), null, Json.Options) };
        request.Headers.Add("Idempotency-Key", key ?? NewKey());
        return await api.SendAsync(request, Ct);
    }

    public static Task<HttpResponseMessage> Post(this TestStore store, string path, object body, string? key = null) => store.Send(HttpMethod.Post, path, body, key);

    public static async Task<JsonElement> Answer(this Task<HttpResponseMessage> asked, HttpStatusCode status)
    {
        using var response = await asked;
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static async Task Refuses(this Task<HttpResponseMessage> asked, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await asked.Answer(status)).GetProperty("code").GetString());

    /// <summary>A cart that holds one piece of each.</summary>
    public static async Task<string> Cart(this TestStore store, params ProductId[] products)
    {
        var cart = (await store.Post("/api/v1/carts", new { currency = "EUR" }).Answer(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        foreach (var product in products) await store.Post($"/api/v1/carts/{cart}/lines", new { product, quantity = 1 }).Answer(HttpStatusCode.Created);
        return cart;
    }

    public static Task<HttpResponseMessage> Checkout(this TestStore store, string cart, string? key = null, Money? expected = null, string email = "ada@example.org") =>
        store.Post($"/api/v1/carts/{cart}/checkout", new { email, country = "PT", expectedTotal = expected }, key);

    public static async Task<(OrderId Id, string Token, string? PayUrl)> Placed(this TestStore store, string cart)
    {
        var answer = await store.Checkout(cart).Answer(HttpStatusCode.Created);
        var pay = answer.TryGetProperty("pay", out var page) ? page.GetProperty("url").GetString() : null;
        return (OrderId.Parse(answer.GetProperty("order").GetString()!, null), answer.GetProperty("token").GetString()!, pay);
    }

    /// <summary>A page as its reader sees it: entities are characters.</summary>
    public static async Task<string> Page(this HttpClient visitor, string path) => WebUtility.HtmlDecode(await visitor.GetStringAsync(path, Ct));

    /// <summary>Fills in the bank's page.</summary>
    public static async Task Pay(this TestStore store, string url, string card = GoodCard)
    {
        using var browser = store.Visitor();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["card"] = card, ["exp"] = "12/34", ["cvc"] = "123" });
        await browser.PostAsync(new Uri(url), form, Ct);
    }

    public static async Task<Order> Order(this TestStore store, OrderId id) => await store.Do<StoreDb, Order>(db =>
        db.Set<Order>().AsNoTracking().Include(o => o.Lines).Include(o => o.Refunds).SingleAsync(o => o.Id == id));

    public static async Task Becomes(this TestStore store, OrderId id, OrderStatus status)
    {
        await TestStore.Until(async () => (await store.Order(id)).Status == status);
        await store.Settle();
    }

    /// <summary>An order bought and paid.</summary>
    public static async Task<(OrderId Id, string Token)> Bought(this TestStore store, params ProductId[] products)
    {
        var (id, token, pay) = await store.Placed(await store.Cart(products));
        await store.Pay(pay!);
        await store.Becomes(id, OrderStatus.Paid);
        return (id, token);
    }

    /// <summary>What every test about money ends with: the books balance, and the orders agree with them.</summary>
    public static async Task ShouldAgree(this TestStore store)
    {
        await store.Settle();
        Assert.Empty(await store.Do<ILedgerProof, IReadOnlyList<string>>(proof => proof.Check(Book.Test, Ct)));
        Assert.Empty(await store.Do<SalesProof, IReadOnlyList<string>>(proof => proof.Check(Book.Test, Ct)));
        Assert.Empty(await store.Do<SalesProof, IReadOnlyList<string>>(proof => proof.CheckEach(Book.Test, Ct)));
    }
}
