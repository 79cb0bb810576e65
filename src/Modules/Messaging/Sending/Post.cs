using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Emporium.Messaging.Addresses;
using Emporium.Platform;

namespace Emporium.Messaging.Sending;

/// <summary>Sends one body to one address and reads the beginning of the answer. Follows no redirect, keeps no cookie, and never waits long.</summary>
internal sealed class Post(IHttpClientFactory clients, StoreAddress store, TimeProvider clock)
{
    public const string Client = "webhooks";

    /// <summary>What the specification recommends, at its lower end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int MostBytes = 4_096;
    private const int MostCharacters = 1_000;

    /// <param name="id">Of the event; the same at each attempt, so that a receiver can tell a repeat.</param>
    public async Task<Answer> Send(string url, IReadOnlyList<string> secrets, string id, byte[] body, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var signature = Signature.Of(secrets, id, at, body);
        var started = Stopwatch.GetTimestamp();
        Answer Of(int? status, string? error, string? said = null, TimeSpan? rest = null) => new(at, Stopwatch.GetElapsedTime(started), signature, status, error, said, rest);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var request = Request(url, id, at, signature, body);
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return Of((int)response.StatusCode, Fault(response), await Beginning(response, patience.Token), Rest(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Of(null, $"No answer within {Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return Of(null, Sentence(failure));
        }
    }

    private HttpRequestMessage Request(string url, string id, DateTimeOffset at, string signature, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd($"Emporium-Webhooks/1.0 (+{store.Url})");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", Signature.Timestamp(at));
        request.Headers.Add("webhook-signature", signature);
        return request;
    }

    private static string? Fault(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"It redirects to {response.Headers.Location}. Redirects are not followed: give the endpoint its new address.",
        410 => "It wants nothing any more (410 Gone).",
        _ => "Only an answer of 2xx counts as received.",
    };

    // An answer whose rest never comes has been given all the same.
    private static async Task<string?> Beginning(HttpResponseMessage response, CancellationToken ct)
    {
        var (bytes, read) = (new byte[MostBytes], 0);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            read = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, ct);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
        var text = new StringBuilder(MostCharacters);
        foreach (var rune in Encoding.UTF8.GetString(bytes, 0, read).EnumerateRunes())
            if (text.Length < MostCharacters - 1 && (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))) text.Append(rune);
        return text.Length == 0 ? null : text.ToString();
    }

    private TimeSpan? Rest(RetryConditionHeaderValue? asked) =>
        asked?.Delta ?? (asked?.Date - clock.GetUtcNow() is { } until && until > TimeSpan.Zero ? until : null);

    private static string Sentence(Exception failure) => failure switch
    {
        { InnerException: ForbiddenAddressException inside } => inside.Message,
        { InnerException: AuthenticationException tls } => $"The secure connection failed: {tls.Message}",
        { InnerException: SocketException socket } => $"No connection: {socket.Message}",
        _ => failure.Message,
    };
}
