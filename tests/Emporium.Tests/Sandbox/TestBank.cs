using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Emporium.Sandbox;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Emporium.Tests.Sandbox;

/// <summary>
/// The sandbox as a store sees it: a real server, a real file, a real endpoint for its webhooks. Where the official description is at
/// hand, each request that should succeed and each answer is held against it.
/// </summary>
public sealed class TestBank : IAsyncLifetime
{
    public const string Version = "2026-10-28.endive";
    private const string Key = "sk_test_tests";
    public const string WebhookSecret = "whsec_tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Channel<(string Signature, byte[] Body)> _webhooks = Channel.CreateUnbounded<(string, byte[])>();
    private WebApplication _bank = null!;
    private WebApplication _store = null!;
    private string _address = "";

    /// <summary>What the store's endpoint answers.</summary>
    public int EndpointStatus { get; set; } = 200;

    public async ValueTask InitializeAsync()
    {
        _store = await StartStore();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _store.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public Task<Reply> Get(string path, string query = "") => Send(HttpMethod.Get, path, query);

    public Task<Reply> Post(string path, string form = "", string? idempotencyKey = null) => Send(HttpMethod.Post, path, form, idempotencyKey);

    public async Task<JsonElement> Session(string more = "", long amount = 2900) => (await Post("/v1/checkout/sessions", SessionForm(more, amount))).Ok();

    public static string SessionForm(string more = "", long amount = 2900) =>
        $"mode=payment&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]={amount}" +
        "&line_items[0][price_data][product_data][name]=A%20book&line_items[0][quantity]=1&client_reference_id=ord_1" +
        "&success_url=https%3A%2F%2Fstore.test%2Fthanks%3Fs%3D{CHECKOUT_SESSION_ID}&cancel_url=https%3A%2F%2Fstore.test%2Fcart" + more;

    /// <summary>Posts the payment page's form as a script would.</summary>
    public Task<HttpResponseMessage> Pay(string session, string card, string more = "") => PostPage($"pay/{session}", $"card={card}&exp=12/34&cvc=123{more}");

    public Task<HttpResponseMessage> AnswerChallenge(string session, string outcome) => PostPage($"pay/{session}/challenge", $"outcome={outcome}");

    public Task<HttpResponseMessage> Page(string path) => _http.GetAsync(new Uri($"{_address}{SandboxModule.StripePrefix}/{path}"));

    public Task<HttpResponseMessage> PostPage(string path, string form) => _http.PostAsync(
        new Uri($"{_address}{SandboxModule.StripePrefix}/{path}"), new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

    /// <summary>A session paid with that card, and its payment intent.</summary>
    public async Task<(JsonElement Session, JsonElement Intent)> Paid(string card, string more = "")
    {
        var id = (await Session(more)).Id();
        var page = await Pay(id, card);
        if (page.Headers.Location?.OriginalString.EndsWith("/challenge", StringComparison.Ordinal) is true) await AnswerChallenge(id, "complete");
        var session = (await Get($"/v1/checkout/sessions/{id}", "expand[0]=payment_intent.latest_charge.balance_transaction&expand[1]=customer")).Ok();
        return (session, session.GetProperty("payment_intent"));
    }

    public async Task Control(string path, string json = "{}")
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"{_address}/sandbox/control/{path}"), content);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
    }

    public async Task<JsonElement> Summary() => JsonDocument.Parse(await _http.GetStringAsync(new Uri($"{_address}/sandbox/control/summary"))).RootElement;

    /// <summary>The latest events about an object or what belongs to it, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAbout(string id) =>
        [.. (await Get("/v1/events", "limit=30")).Ok().GetProperty("data").EnumerateArray().Where(e => e.GetRawText().Contains(id, StringComparison.Ordinal)).Reverse()];

    public async Task<(string Signature, byte[] Body, JsonElement Event)> NextWebhook(string? type = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var (signature, body) in _webhooks.Reader.ReadAllAsync(patience.Token))
        {
            var received = JsonDocument.Parse(body).RootElement;
            if (type is null || received.Type() == type) return (signature, body, received);
        }

        throw new InvalidOperationException("The endpoint is closed.");
    }

    /// <summary>One call without the checks of <see cref="Get"/> and <see cref="Post"/>.</summary>
    public async Task<Reply> Raw(HttpMethod method, string path, string body = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"{_address}{SandboxModule.StripePrefix}{path}");
        if (method == HttpMethod.Post) request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, JsonDocument.Parse(text).RootElement, response.Headers.Contains("Idempotent-Replayed"), response.Headers.Contains("Request-Id"));
    }

    private async Task<Reply> Send(HttpMethod method, string path, string parameters, string? idempotencyKey = null)
    {
        List<(string, string)> headers = [("Authorization", $"Bearer {Key}"), ("Stripe-Version", Version)];
        if (idempotencyKey is not null) headers.Add(("Idempotency-Key", idempotencyKey));
        var isGet = method == HttpMethod.Get;
        var reply = await Raw(method, isGet && parameters.Length > 0 ? $"{path}?{parameters}" : path, isGet ? "" : parameters, [.. headers]);
        if (reply.Status == 200) Assert.Empty(OpenApiDescription.Stripe.RequestFaults(method.Method, path, parameters));
        Assert.Empty(OpenApiDescription.Stripe.AnswerFaults(method.Method, path, reply.Status, reply.Json));
        return reply;
    }

    private async Task Start()
    {
        _bank = SandboxHost.Build([
            "--urls", "http://127.0.0.1:0", "--environment", "Testing",
            $"--Sandbox:Database={Path.Combine(_folder, "bank.db")}", $"--Sandbox:SecretKey={Key}", $"--Sandbox:WebhookSecret={WebhookSecret}",
            $"--Sandbox:WebhookUrl={_store.Urls.Single()}/webhooks/stripe", "--Sandbox:WebhookEvents:0=*", "--Sandbox:SettleAfterSeconds=3600",
            "--Logging:LogLevel:Default=None",
        ]);
        await _bank.StartAsync();
        _address = _bank.Urls.Single();
    }

    private async Task Stop()
    {
        await _bank.StopAsync();
        await _bank.DisposeAsync();
    }

    private async Task<WebApplication> StartStore()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var store = builder.Build();
        store.MapPost("/webhooks/stripe", Receive);
        await store.StartAsync();
        return store;
    }

    private async Task<IResult> Receive(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var status = EndpointStatus;
        await _webhooks.Writer.WriteAsync((request.Headers["Stripe-Signature"].ToString(), body.ToArray()));
        return Results.StatusCode(status);
    }

    /// <summary>An answer of the API.</summary>
    public sealed record Reply(int Status, JsonElement Json, bool Replayed, bool HasRequestId)
    {
        public JsonElement Ok()
        {
            Assert.True(Status == 200, Json.GetRawText());
            return Json;
        }

        public void ShouldRefuse(int status, string? code = null, string? param = null)
        {
            Assert.Equal(status, Status);
            var error = Json.GetProperty("error");
            if (code is not null) Assert.Equal(code, error.GetProperty("code").GetString());
            if (param is not null) Assert.Equal(param, error.GetProperty("param").GetString());
        }
    }
}
