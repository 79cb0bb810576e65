using System.Net.Http.Headers;
using Emporium.Sandbox.Control;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emporium.Sandbox.Webhooks;

/// <summary>
/// Delivers events to the store's endpoint, at least once and in no promised order: sixteen at a time, again after
/// 1, 2, 5, 15 and 60 seconds, then every five minutes for three days. A restart goes on with what the file holds.
/// </summary>
internal sealed partial class SendWebhooks(
    BankFile file, Writer writer, WebhookQueue queue, Faults faults, SandboxOptions options, TimeProvider clock, ILogger<SendWebhooks> log) : BackgroundService
{
    private const int AtATime = 16;
    private static readonly int[] BackoffSeconds = [1, 2, 5, 15, 60];
    private static readonly TimeSpan LaterBackoff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(3);

    private readonly Uri _endpoint = new(options.WebhookUrl);
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var (sequence, attempt, due) in file.Read(books => books.Deliveries.Pending()))
            queue.AddLater(new(sequence, attempt), TimeSpan.FromMilliseconds(due - now));
        return Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Send(stoppingToken)));
    }

    private async Task Send(CancellationToken stopping)
    {
        await foreach (var delivery in queue.Ready.ReadAllAsync(stopping))
        {
            await faults.WebhooksMayPass(stopping);
            if (file.Read(books => books.Events.At(delivery.Event)) is not { } stored) continue;
            if (faults.TakeDrop() || await Deliver(stored, stopping)) await writer.Write(Origin.Itself, books => Done(books, delivery));
            else await Postpone(delivery, stored);
        }
    }

    private async Task<bool> Deliver(StoredEvent stored, CancellationToken stopping)
    {
        var body = file.Read(books => ObjectWriter.Render(books, null, json => json.Body(stored.Write)));
        var taken = await Post(stored, body, stopping);
        for (var copies = faults.Copies; copies > 0; copies--) taken &= await Post(stored, body, stopping);
        return taken;
    }

    private async Task<bool> Post(StoredEvent stored, byte[] body, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(TimeSpan.FromSeconds(options.WebhookTimeoutSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        request.Headers.TryAddWithoutValidation("Stripe-Signature", Signature.Of(body, clock.GetUtcNow().ToUnixTimeSeconds(), options.WebhookSecret));
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            if (response.IsSuccessStatusCode) return true;
            LogRefused(log, stored.Id, stored.Type, (int)response.StatusCode);
            return false;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            LogFailed(log, stored.Id, stored.Type, failure.Message);
            return false;
        }
    }

    private async Task Postpone(WebhookQueue.Delivery delivery, StoredEvent stored)
    {
        if (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(stored.Created) > GivesUpAfter)
        {
            LogGivenUp(log, stored.Id, stored.Type);
            await writer.Write(Origin.Itself, books => Done(books, delivery));
            return;
        }

        var delay = delivery.Attempt < BackoffSeconds.Length ? TimeSpan.FromSeconds(BackoffSeconds[delivery.Attempt]) : LaterBackoff;
        var due = (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds();
        await writer.Write(Origin.Itself, books =>
        {
            books.Deliveries.Postpone(delivery.Event, delivery.Attempt + 1, due);
            return true;
        });
        queue.AddLater(delivery with { Attempt = delivery.Attempt + 1 }, delay);
    }

    private static bool Done(Books books, WebhookQueue.Delivery delivery)
    {
        books.Deliveries.Remove(delivery.Event);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The store answered {Status} to event {Id} ({Type}); it will be sent again")]
    private static partial void LogRefused(ILogger log, string id, string type, int status);

    [LoggerMessage(LogLevel.Warning, "Event {Id} ({Type}) did not reach the store: {Reason}; it will be sent again")]
    private static partial void LogFailed(ILogger log, string id, string type, string reason);

    [LoggerMessage(LogLevel.Error, "Event {Id} ({Type}) was refused for three days and is given up; it can be sent again with /sandbox/control/redeliver")]
    private static partial void LogGivenUp(ILogger log, string id, string type);
}
