using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Emporium.Sandbox.Control;
using Emporium.Sandbox.Webhooks;

namespace Emporium.Torture.House;

/// <summary>The bank's levers and books, and its messages as anybody on the wire could repeat them.</summary>
internal sealed class Bank(Addresses addresses) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient http = new() { BaseAddress = new Uri(addresses.Bank), Timeout = TimeSpan.FromSeconds(30) };
    private int echoes;

    public async Task Befall(string order)
    {
        using var json = new StringContent(order, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/sandbox/control/faults", json);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<ControlRoutes.BooksSummary> Books(long after = 0) =>
        (await http.GetFromJsonAsync<ControlRoutes.BooksSummary>($"/sandbox/control/summary?after={after}", Json))!;

    /// <summary>Every payment that succeeded.</summary>
    public async Task<List<Sandbox.Storage.SummaryRows.Payment>> Payments()
    {
        List<Sandbox.Storage.SummaryRows.Payment> all = [];
        while ((await Books(all.Count > 0 ? all[^1].Sequence : 0)).Payments is { Count: > 0 } page) all.AddRange(page);
        return all;
    }

    /// <summary>
    /// Sends the latest messages again, and each under another id as well, as a gateway has several events for one change: every one so
    /// many times at the same moment, genuinely signed. The bank knows nothing of it.
    /// </summary>
    public async Task Echo(int messages, int times)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sandbox/stripe/v1/events?limit={messages}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Addresses.SecretKey);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) return;
        using var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        string[] bodies = [.. list.RootElement.GetProperty("data").EnumerateArray().SelectMany(Voices)];
        await Task.WhenAll(bodies.SelectMany(body => Enumerable.Repeat(body, times)).Select(body => Send(Encoding.UTF8.GetBytes(body))));
    }

    private string[] Voices(JsonElement message)
    {
        var (body, id) = (message.GetRawText(), message.GetProperty("id").GetString()!);
        return [body, body.Replace(id, $"{id}x{Interlocked.Increment(ref echoes)}", StringComparison.Ordinal)];
    }

    public void Dispose() => http.Dispose();

    private async Task Send(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add("Stripe-Signature", Signature.Of(body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), Addresses.WebhookSecret));
        try
        {
            using var answer = await http.PostAsync(new Uri($"{addresses.Store}/webhooks/stripe"), content);
        }
        catch (Exception unheard) when (unheard is HttpRequestException or OperationCanceledException)
        {
            // The store is down; the bank itself will try again.
        }
    }
}
