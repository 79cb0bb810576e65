using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Platform;

namespace Emporium.Host.DemoStore.History;

/// <summary>Buys as a stranger does: cart, checkout and the bank's page over HTTP, until the bank's webhook made the order paid.</summary>
internal sealed class Shopping(HttpClient store)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What is for sale, in the order of the demo's shelf.</summary>
    public async Task<IReadOnlyList<Good>> Shelf(CancellationToken ct)
    {
        var listed = await store.GetFromJsonAsync<JsonElement>("/api/v1/products?limit=100", Json.Options, ct);
        var goods = listed.GetProperty("items").EnumerateArray().ToDictionary(item => Text(item, "slug"), GoodOf, StringComparer.Ordinal);
        return [.. DemoGoods.All.Select(product => goods[product.Slug])];
    }

    public async Task<Placed> Order(Person person, IReadOnlyList<string> products, string currency, CancellationToken ct)
    {
        var cart = Text(await Post("/api/v1/carts", new { currency }, ct), "id");
        foreach (var product in products) await Post($"/api/v1/carts/{cart}/lines", new { product, quantity = 1 }, ct);
        var order = await Post($"/api/v1/carts/{cart}/checkout", new { email = person.Email, name = person.Name, country = person.Country }, ct);
        var page = order.TryGetProperty("pay", out var pay) && pay.ValueKind is JsonValueKind.Object ? Text(pay, "url") : null;
        return new Placed(Text(order, "order"), Text(order, "token"), page);
    }

    /// <summary>Fills in the bank's page. What comes of it, the bank tells the store.</summary>
    public async Task Pay(Placed order, string card, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["card"] = card, ["exp"] = "12/40", ["cvc"] = "123" });
        using var answer = await store.PostAsync(new Uri(order.PayPage!), form, ct);
    }

    public async Task UntilPaid(Placed order, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (Text(await store.GetFromJsonAsync<JsonElement>($"/api/v1/orders/{order.Id}?token={order.Token}", Json.Options, patience.Token), "status") is "placed")
            await Task.Delay(Look, patience.Token);
    }

    /// <summary>Takes the first file of everything in the library once.</summary>
    public async Task Download(string libraryToken, CancellationToken ct)
    {
        var shelf = await store.GetFromJsonAsync<JsonElement>($"/api/v1/library?token={libraryToken}", Json.Options, ct);
        foreach (var item in shelf.GetProperty("items").EnumerateArray().Where(IsOpen))
            await Post($"/api/v1/library/downloads?token={libraryToken}", new { entitlement = Text(item, "entitlement"), file = Text(item.GetProperty("files")[0], "id") }, ct);
    }

    /// <summary>Something with files that is neither given back nor disputed.</summary>
    private static bool IsOpen(JsonElement item) => item.GetProperty("files").GetArrayLength() > 0 && !item.TryGetProperty("closedBecause", out _);

    private async Task<JsonElement> Post(string path, object body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType(), null, Json.Options) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        using var answer = await store.SendAsync(request, ct);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
            throw new InvalidOperationException($"The store answered {(int)answer.StatusCode} to {path}: {await answer.Content.ReadAsStringAsync(ct)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Json.Options, ct);
    }

    private static Good GoodOf(JsonElement item) =>
        new(Text(item, "id"), [.. item.GetProperty("prices").EnumerateArray().Select(price => (Text(price, "currency"), price.GetProperty("minor").GetInt64()))]);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>Something to buy, with its prices.</summary>
    public sealed record Good(string Id, IReadOnlyList<(string Currency, long Minor)> Prices)
    {
        public bool HasPriceIn(string currency) => Prices.Any(price => price.Currency == currency);
    }

    /// <param name="PayPage">Null for what is free.</param>
    public sealed record Placed(string Id, string Token, string? PayPage);
}
