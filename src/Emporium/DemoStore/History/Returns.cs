using System.Net.Http.Headers;
using Emporium.Payments.Contracts;
using Emporium.Sandbox;

namespace Emporium.Host.DemoStore.History;

/// <summary>Gives money back at the bank, as a merchant does on the bank's own pages; the store hears of it by webhook.</summary>
internal sealed class Returns(HttpClient store, IServiceProvider services, string bankKey)
{
    private readonly PriorityQueue<string, DateTimeOffset> due = new();

    public void Plan(string order, DateTimeOffset at) => due.Enqueue(order, at);

    /// <summary>The next that is due before the moment; null where there is none.</summary>
    public (string Order, DateTimeOffset At)? Next(DateTimeOffset before) =>
        due.TryPeek(out var order, out var at) && at < before && due.TryDequeue(out _, out _) ? (order, at) : null;

    public async Task Refund(string order, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var payments = await scope.ServiceProvider.GetRequiredService<IPayments>().For(order, ct);
        if (payments.FirstOrDefault(p => p.Status is PaymentStatus.Captured && p.Refunded.IsZero) is not { GatewayReference: { } intent }) return;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/stripe/v1/refunds")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["payment_intent"] = intent, ["reason"] = "requested_by_customer" }),
        };
        request.Headers.Add("Stripe-Version", SandboxModule.StripeVersion);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bankKey);
        using var answer = await store.SendAsync(request, ct);
        var said = await answer.Content.ReadAsStringAsync(ct);

        // The buyer went to their bank first: it holds the money already.
        if (said.Contains("\"charge_disputed\"", StringComparison.Ordinal)) return;
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The test bank answered {(int)answer.StatusCode}: {said}");
    }
}
