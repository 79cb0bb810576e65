using System.Text.Json;
using Emporium.Torture.Plans;

namespace Emporium.Torture.Buyers;

/// <summary>A program that buys: every checkout at once, some under one key and some under others. All must be answered with one order.</summary>
internal sealed class ApiTill(Visitor visitor, Town town, BuyerPlan plan, string email)
{
    /// <returns>The bank's page; null where the store gave none.</returns>
    public async Task<string?> Submit(IReadOnlyList<string> products)
    {
        var cart = (await Ask("/api/v1/carts", new { currency = "EUR" }, "cart")).GetProperty("id").GetString();
        for (var i = 0; i < products.Count; i++) await Ask($"/api/v1/carts/{cart}/lines", new { product = products[i], quantity = 1 }, $"line-{i}");
        town.Misfortunes.Pass();

        var checkout = new { email, country = "PT" };
        var keys = Enumerable.Repeat("checkout", plan.SameKey).Concat(Enumerable.Range(0, plan.OtherKeys).Select(i => $"checkout-{i}"));
        var answers = await Task.WhenAll(keys.Select(key => Ask($"/api/v1/carts/{cart}/checkout", checkout, key)));

        var orders = answers.Select(a => a.GetProperty("order").GetString()).Distinct().Count();
        if (orders > 1) town.Tally.Add(Wrong.Duplicate, $"cart {cart} was answered with {orders} orders.");
        return answers.Select(PayUrl).FirstOrDefault(url => url is not null);
    }

    private static string? PayUrl(JsonElement answer) =>
        answer.TryGetProperty("pay", out var pay) && pay.ValueKind is JsonValueKind.Object ? pay.GetProperty("url").GetString() : null;

    private async Task<JsonElement> Ask(string path, object body, string key)
    {
        var answer = await visitor.Post(path, body, $"torture-{town.Seed}-{plan.Number}-{key}");
        if (answer.IsOk) return answer.Json;
        throw new UnexpectedAnswerException($"POST {path} was answered {answer.Status} {answer.Code}.");
    }
}
