using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Emporium.Sandbox.Control;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Emporium.Sandbox.Api;

/// <summary>The way of every API call: who asks, in which version, is it well formed, was it asked before; then the verb, then the answer.</summary>
internal sealed partial class StripeApi(BankFile file, Writer writer, Faults faults, SandboxOptions options, ILogger<StripeApi> log)
{
    private const int LargestBody = 256 * 1024;
    private static readonly byte[] Separator = "\n"u8.ToArray();

    private readonly ConcurrentDictionary<string, bool> _inFlight = new(StringComparer.Ordinal);
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(options.SecretKey));

    public async Task Handle(HttpContext http, Verb verb)
    {
        var request = StripeId.New("req_", 14);
        http.Response.Headers["Request-Id"] = request;
        http.Response.Headers["Stripe-Version"] = SandboxModule.StripeVersion;
        ApiFault? fault = null;
        Answer answer;
        try
        {
            Authenticate(http.Request);
            CheckVersion(http.Request);
            fault = faults.Take();
            if (fault?.Kind is FaultKind.Error) throw new StripeError(500, "api_error", null, "An unknown error occurred (ordered by a test).");
            if (fault?.Kind is FaultKind.RateLimit) throw new StripeError(429, "invalid_request_error", "rate_limit", "Request rate limit exceeded (ordered by a test).");
            answer = verb.Method is "GET" ? await Look(http, verb, fault) : await Act(http, verb, request, fault);
        }
        catch (StripeError error)
        {
            answer = error.ToAnswer();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or BadHttpRequestException))
        {
            LogBug(log, failure, verb.Method, verb.Path, request);
            answer = new StripeError(500, "api_error", null, "The sandbox failed. This is a bug in it, not in your request.").ToAnswer();
        }

        if (fault?.Kind is FaultKind.Drop) http.Abort();
        else await Respond(http.Response, answer);
    }

    /// <summary>An address that the sandbox does not play.</summary>
    public static Task Unknown(HttpContext http) => Respond(http.Response, new StripeError(
        404, "invalid_request_error", null, $"Unrecognized request URL ({http.Request.Method}: {http.Request.Path}). The sandbox does not play this part of the API.").ToAnswer());

    private async Task<Answer> Look(HttpContext http, Verb verb, ApiFault? fault)
    {
        var form = Form.Parse(http.Request.QueryString.Value is { Length: > 1 } query ? query[1..] : "");
        verb.Shape.Check(form, "");
        await Hang(fault, http.RequestAborted);
        return file.Read(books => verb.Do(new Call(books, form, Id(http))));
    }

    private async Task<Answer> Act(HttpContext http, Verb verb, string request, ApiFault? fault)
    {
        var body = await Body(http);
        var form = Form.Parse(Encoding.UTF8.GetString(body));
        var key = Key(http.Request);
        if (key is null)
        {
            verb.Shape.Check(form, "");
            await Hang(fault, http.RequestAborted);
            return await writer.Write(new Origin(request, null), books => verb.Do(new Call(books, form, Id(http))));
        }

        if (!_inFlight.TryAdd(key, true))
            throw new StripeError(409, "idempotency_error", "idempotency_key_in_use", $"There is currently another in-progress request using this Idempotent Key: {key}.");
        try
        {
            await Hang(fault, http.RequestAborted);
            var (answer, replayed) = await writer.Write(new Origin(request, key), books => Once(books, verb, form, Id(http), key, Hash(http.Request, body)));
            if (replayed) http.Response.Headers["Idempotent-Replayed"] = "true";
            return answer;
        }
        finally
        {
            _inFlight.TryRemove(key, out _);
        }
    }

    /// <summary>The effect and the remembered answer are one change: after a crash there are both or none. Errors are not remembered, declines are.</summary>
    private static (Answer Answer, bool Replayed) Once(Books books, Verb verb, Form form, string id, string key, byte[] hash)
    {
        if (books.Answers.Find(key, books.Now) is { } earlier)
            return earlier.Request.AsSpan().SequenceEqual(hash)
                ? (earlier.Answer, true)
                : throw new StripeError(
                    400, "idempotency_error", null,
                    $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
        verb.Shape.Check(form, "");
        var answer = verb.Do(new Call(books, form, id));
        books.Answers.Add(key, hash, answer, books.Now);
        return (answer, false);
    }

    private void Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            throw new StripeError(401, "invalid_request_error", null, "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.");
        var key = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : BasicUser(header);
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), _key))
            throw new StripeError(401, "invalid_request_error", null, "Invalid API Key provided. The sandbox takes the key in Sandbox:SecretKey only.");
    }

    private static string BasicUser(string header)
    {
        var bytes = new byte[header.Length];
        return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0]
            : "";
    }

    private static void CheckVersion(HttpRequest request)
    {
        var version = request.Headers["Stripe-Version"].ToString();
        if (version != SandboxModule.StripeVersion)
            throw StripeError.Invalid($"Invalid Stripe API version: '{version}'. The sandbox speaks {SandboxModule.StripeVersion}; send it as Stripe-Version.");
    }

    private static async Task<byte[]> Body(HttpContext http)
    {
        if (http.Request.ContentLength is > LargestBody) throw new StripeError(413, "invalid_request_error", null, "The request is too large.");
        using var buffer = new MemoryStream((int)(http.Request.ContentLength ?? 1024));
        var chunk = new byte[8192];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
        {
            if (buffer.Length + read > LargestBody) throw new StripeError(413, "invalid_request_error", null, "The request is too large.");
            buffer.Write(chunk, 0, read);
        }

        if (buffer.Length > 0 && !http.Request.HasFormContentType)
            throw StripeError.Invalid("Invalid request: the body must be application/x-www-form-urlencoded.");
        return buffer.ToArray();
    }

    private static string? Key(HttpRequest request) => request.Headers["Idempotency-Key"].ToString() switch
    {
        "" => null,
        { Length: > 255 } => throw StripeError.Invalid("Idempotency keys may be at most 255 characters long."),
        var key => key,
    };

    private static byte[] Hash(HttpRequest request, byte[] body) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(request.Path.Value ?? ""), .. Separator, .. body]);

    private static string Id(HttpContext http) => http.Request.RouteValues["id"] as string ?? "";

    private static Task Hang(ApiFault? fault, CancellationToken ct) =>
        fault?.Kind is FaultKind.Hang ? Task.Delay(TimeSpan.FromSeconds(fault.Seconds), ct) : Task.CompletedTask;

    private static Task Respond(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
    }

    [LoggerMessage(LogLevel.Error, "{Method} /v1/{Path} failed ({RequestId})")]
    private static partial void LogBug(ILogger log, Exception failure, string method, string path, string requestId);
}
