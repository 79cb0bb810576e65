using System.Diagnostics;
using System.Text.Json;
using Emporium.Bench.Load;

namespace Emporium.Bench.Purchases;

/// <summary>
/// One person who buys again and again, each time as somebody new: cart, line, checkout, the bank's page, then looking until the
/// bank's webhook has made the order paid, then the thank-you page until it shows what was bought. One HTTP request a step.
/// </summary>
/// <param name="pause">Between two looks: long enough that looking is a small part of the work.</param>
internal sealed class Buyer(Connection store, Connection bank, string product, TimeSpan pause)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How often an order or its page was looked at.</summary>
    public int Looks { get; private set; }

    public async Task Buy(string name)
    {
        var cart = Text(await Store(Ask.Post("/api/v1/carts", """{"currency":"EUR"}"""), 201), "id");
        await Store(Ask.Post($"/api/v1/carts/{cart}/lines", $$"""{"product":"{{product}}","quantity":1}"""), 201);
        var order = await Store(Ask.Post($"/api/v1/carts/{cart}/checkout", $$"""{"email":"{{name}}@example.com","name":"A. Buyer","country":"DE"}"""), 201);

        var page = new Uri(order.GetProperty("pay").GetProperty("url").GetString()!);
        (await bank.Ask(Ask.Form(page.PathAndQuery, "email=buyer%40example.com&card=4242424242424242&exp=12%2F34&cvc=123&name=A+Buyer"))).Demand(303);

        var (id, token) = (Text(order, "order"), Text(order, "token"));
        await Until($"/api/v1/orders/{id}?token={token}", answer => answer.Contains("\"paid\"", StringComparison.OrdinalIgnoreCase));
        await Until($"/orders/{id}/thanks?token={token}", answer => answer.Contains("/library/", StringComparison.Ordinal));
    }

    private async Task Until(string path, Func<string, bool> isThere)
    {
        var request = Ask.Get(path);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Patience; await Task.Delay(pause))
        {
            Looks++;
            if (isThere((await store.Ask(request)).Demand(200).Text)) return;
        }
        throw new TimeoutException($"{path} did not show it within {Patience.TotalSeconds} s.");
    }

    private async Task<JsonElement> Store(byte[] request, int status) => (await store.Ask(request)).Demand(status).Json;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
