using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Emporium.Ledger.Contracts;
using Emporium.Payments.Attempts;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways.Stripe;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Payments.Support;

/// <summary>A store that speaks to its sandbox by the very adapter that production runs, and the words of a buyer at the bank's page. Every call is kept.</summary>
public sealed class StripeTill : IAsyncLifetime
{
    private readonly ConcurrentQueue<Call> calls = new();
    private readonly TestFolder folder = new();
    private readonly HttpClient bank = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    internal TestStore Store { get; private set; } = null!;

    internal IReadOnlyCollection<Call> Calls => calls;

    public async ValueTask InitializeAsync() => Store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Sandbox:Database"] = Path.Combine(folder.Path, "bank.db") }, services =>
        services.AddHttpClient<StripeApi>(StripeApi.Client).AddHttpMessageHandler(() => new Recorder(calls)));

    public async ValueTask DisposeAsync()
    {
        bank.Dispose();
        await Store.DisposeAsync();
        folder.Dispose();
    }

    internal async Task<PaymentId> Prepare(string reference, params PaymentItem[] items) => await Store.Do<IServiceProvider, PaymentId>(async scope =>
    {
        if (items.Length == 0) items = [new PaymentItem("A book", 1, new Money(2900, "EUR"))];
        var id = scope.GetRequiredService<IPayments>().Prepare(new PaymentRequest(
            reference, Book.Test, items.Aggregate(Money.Zero(items[0].Amount.Currency), (sum, item) => sum + item.Amount), "buyer@example.com", items,
            "/thanks?order=1", "/cart", Store.Clock.Now + TimeSpan.FromHours(1)));
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        return id;
    });

    internal Task<PaymentPage> Start(PaymentId id) => Store.Do<IPayments, PaymentPage>(p => p.Start(id, default));

    internal async Task Pay(PaymentPage page, string card)
    {
        using var form = Form($"card={card}&exp=12/34&cvc=123");
        using var answer = await bank.PostAsync(new Uri(page.Url), form);
        if (answer.Headers.Location?.OriginalString.EndsWith("/challenge", StringComparison.Ordinal) is not true) return;
        using var proof = Form("outcome=complete");
        using var done = await bank.PostAsync(new Uri($"{page.Url}/challenge"), proof);
    }

    /// <summary>A payment with that card, once the store knows that it is captured.</summary>
    internal async Task<PaymentId> Paid(string reference, string card = "4242424242424242")
    {
        var id = await Prepare(reference);
        await Pay(await Start(id), card);
        await Until(id, PaymentStatus.Captured);
        return id;
    }

    internal async Task Control(string path, object order)
    {
        using var content = new StringContent(JsonSerializer.Serialize(order, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        using var answer = await bank.PostAsync(new Uri($"{Store.Url}/sandbox/control/{path}"), content);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
    }

    internal Task Until(PaymentId id, PaymentStatus status) =>
        TestStore.Until(() => Store.Do<StoreDb, bool>(db => db.Set<Payment>().AnyAsync(p => p.Id == id && p.Status == status)));

    internal Task UntilFacts(PaymentId id, params string[] facts) => TestStore.Until(async () => facts.SequenceEqual(await Facts(id)));

    internal Task<List<string>> Facts(PaymentId id) => Store.Do<StoreDb, List<string>>(db =>
        db.Set<Emporium.Platform.Events.StoredEvent>().Where(e => e.Subject == id.ToString()).OrderBy(e => e.Sequence).Select(e => e.Type).ToListAsync());

    internal async Task<RefundId> Refund(string reference, long minor) => await Store.Do<IServiceProvider, RefundId>(async scope =>
    {
        var id = await scope.GetRequiredService<IPayments>().RequestRefund(reference, new Money(minor, "EUR"), $"{reference}:{minor}", null, default);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        return id;
    });

    internal async Task<long> Receipts(string reference) =>
        (await Store.Do<ILedger, Money>(l => l.Balance(Book.Test, Account.BuyersReceipts(reference), "EUR", default))).Minor;

    internal async Task BooksBalance() => Assert.Empty(await Store.Do<ILedgerProof, IReadOnlyList<string>>(p => p.Check(Book.Test, default)));

    private static StringContent Form(string text) => new(text, Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <param name="Path">From <c>/v1</c> on.</param>
    /// <param name="Parameters">The form, or the query.</param>
    internal sealed record Call(string Method, string Path, string Parameters, string? Key, string? Version, int Status);

    private sealed class Recorder(ConcurrentQueue<Call> calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var uri = request.RequestUri!;
            var form = request.Content is null ? uri.Query.TrimStart('?') : await request.Content.ReadAsStringAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            calls.Enqueue(new Call(
                request.Method.Method, uri.AbsolutePath[uri.AbsolutePath.IndexOf("/v1/", StringComparison.Ordinal)..], form,
                request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null,
                request.Headers.TryGetValues("Stripe-Version", out var versions) ? versions.Single() : null, (int)response.StatusCode));
            return response;
        }
    }
}
