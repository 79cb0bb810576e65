using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>
/// Stripe's API over HTTP, pinned to one version. It tries again by the rule of Stripe's own libraries and under the same idempotency
/// key; what it logs is the call, the status and Stripe's request id, never a body or a key.
/// </summary>
internal sealed partial class StripeApi(HttpClient http, StripeOptions options, TimeProvider clock, ILogger<StripeApi> log)
{
    public const string Client = "stripe";
    public const string Version = "2026-10-28.endive";

    private const int Tries = 3;
    private const double FirstPauseSeconds = 0.5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Snake)!;

    public static T Read<T>(JsonElement json) => json.Deserialize<T>(Snake)!;

    /// <exception cref="GatewayException">No answer, or an error.</exception>
    public Task<T> Get<T>(string path, StripeForm query, CancellationToken ct) => Send<T>(HttpMethod.Get, $"{path}?{query.Encode()}", null, null, ct);

    /// <param name="key">At most 255 characters; the same key with the same form acts once.</param>
    /// <exception cref="GatewayException">No answer, or an error.</exception>
    public Task<T> Post<T>(string path, StripeForm form, string key, CancellationToken ct) => Send<T>(HttpMethod.Post, path, form.Encode(), key, ct);

    private async Task<T> Send<T>(HttpMethod method, string path, string? form, string? key, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var mayRepeat = attempt < Tries && clock.GetElapsedTime(began) < Patience;
            try
            {
                using var request = Request(method, path, form, key);
                using var response = await http.SendAsync(request, ct);
                if (response.IsSuccessStatusCode) return (await response.Content.ReadFromJsonAsync<T>(Snake, ct))!;
                if (!mayRepeat || !ShouldRepeat(response)) throw await Failed(method, path, response, ct);
            }
            catch (Exception broken) when (IsBroken(broken, ct))
            {
                if (!mayRepeat) throw new GatewayException(GatewayFault.Unavailable, null, $"Stripe did not answer {method} {Bare(path)}.", broken);
            }
            await Task.Delay(PauseAfter(attempt), clock, ct);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? form, string? key)
    {
        var request = new HttpRequestMessage(method, $"{options.ApiBase}/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SecretKey);
        request.Headers.Add("Stripe-Version", Version);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (form is not null) request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return request;
    }

    private static bool ShouldRepeat(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Stripe-Should-Retry", out var advice)) return advice.Contains("true");
        return response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;
    }

    // HttpClient reports its timeout as a cancellation that nobody asked for; a body cut short or garbled is no answer either.
    private static bool IsBroken(Exception exception, CancellationToken ct) =>
        exception is HttpRequestException or IOException or JsonException || (exception is OperationCanceledException && !ct.IsCancellationRequested);

    private static TimeSpan PauseAfter(int attempt) =>
        TimeSpan.FromSeconds(FirstPauseSeconds * Math.Pow(2, attempt - 1) * (1 + (Random.Shared.NextDouble() / 2)));

    private async Task<GatewayException> Failed(HttpMethod method, string path, HttpResponseMessage response, CancellationToken ct)
    {
        var problem = await Problem(response, ct);
        var request = response.Headers.TryGetValues("Request-Id", out var ids) ? ids.First() : null;
        LogFailed(log, method, Bare(path), (int)response.StatusCode, problem?.Code ?? problem?.Type, request);
        return new GatewayException(FaultOf(response.StatusCode, problem), problem?.Reason, problem?.Message ?? $"Stripe answered {(int)response.StatusCode}.");
    }

    private static GatewayFault FaultOf(HttpStatusCode status, StripeObjects.Problem? problem) => (status, problem?.Type) switch
    {
        (_, "card_error") => GatewayFault.Declined,
        (HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.NotFound, not null) => GatewayFault.Refused,
        _ => GatewayFault.Unavailable,
    };

    private static async Task<StripeObjects.Problem?> Problem(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<StripeObjects.Failure>(Snake, ct))?.Error;
        }
        catch (JsonException)
        {
            // Something between us and Stripe answered in its place: the status alone has to do.
            return null;
        }
    }

    private static string Bare(string path) => path.Split('?')[0];

    [LoggerMessage(LogLevel.Warning, "Stripe answered {Status} ({Code}) to {Method} {Path}; its request id is {StripeRequest}.")]
    private static partial void LogFailed(ILogger log, HttpMethod method, string path, int status, string? code, string? stripeRequest);
}
