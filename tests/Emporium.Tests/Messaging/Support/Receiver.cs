using System.Collections.Concurrent;
using System.Text.Json;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Emporium.Tests.Messaging.Support;

/// <summary>Somebody's server on this machine: keeps what comes and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Delivered> all = [];
    private WebApplication app = null!;

    public string Url => app.Urls.First() + "/hooks";

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<Delivered> All => [.. all];

    public Func<Delivered, Task<Reply>> Answers { get; set; } = _ => Task.FromResult(new Reply(200));

    public static async Task<Receiver> Open(int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver { app = builder.Build() };
        receiver.Says(status);
        receiver.app.Run(receiver.Take);
        await receiver.app.StartAsync();
        return receiver;
    }

    public void Says(int status, string? body = null, params (string Name, string Value)[] headers) => Answers = _ => Task.FromResult(new Reply(status, body, headers));

    public Task Got(int count) => TestStore.Until(() => Task.FromResult(all.Count >= count));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var delivered = new Delivered(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body.ToArray());
        all.Enqueue(delivered);
        var reply = await Answers(delivered);
        http.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers ?? []) http.Response.Headers[name] = value;
        if (reply.Body is { } text) await http.Response.WriteAsync(text, http.RequestAborted);
    }

    public sealed record Reply(int Status, string? Body = null, params (string Name, string Value)[]? Headers);

    public sealed record Delivered(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Id => Headers["webhook-id"];

        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string Type => Json.GetProperty("type").GetString()!;

        public string Subject => Json.GetProperty("subject").GetString()!;

        public long Sequence => Json.GetProperty("sequence").GetInt64();

        /// <summary>Judged by the sample that we give to receivers, which shares no code with the store.</summary>
        public bool IsGenuine(string secret, DateTimeOffset now) =>
            StandardWebhook.IsGenuine(secret, Id, Headers["webhook-timestamp"], Headers["webhook-signature"], Body, now);
    }
}
