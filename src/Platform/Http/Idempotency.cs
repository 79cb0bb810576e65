using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Http;

/// <summary>
/// The request's idempotency key, for a handler that creates something: it names what it makes in the transaction that makes it,
/// and a repeat whose first answer was never stored finds that name here and resumes.
/// </summary>
public sealed class Idempotency
{
    /// <summary>The id of what an earlier, unfinished run of this request created; null the first time.</summary>
    public string? Resource => Row?.Resource;

    /// <summary>Say what is being created, before the save.</summary>
    public void Creates(string resource)
    {
        if (Row is not null) Row.Resource = resource;
    }

    internal IdempotentRequest? Row { get; set; }
}

/// <summary>The <c>Idempotency-Key</c> header (draft-ietf-httpapi-idempotency-key-header): the same key and body give the same answer for 24 hours.</summary>
public static class IdempotencyKeys
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly CompiledQuery<string, IdempotentRequest?> Known = new((db, id, _) => db.Set<IdempotentRequest>().SingleOrDefault(r => r.Id == id));

    /// <summary>Demands a key. Keys of strangers are told apart only by being unguessable, hence the minimum length.</summary>
    /// <param name="asksOthers">
    /// True for a handler that speaks with another server: it saves, asks, and its answer is kept afterwards. Everything that any other
    /// handler writes is committed together with its answer.
    /// </param>
    public static TBuilder RequireIdempotencyKey<TBuilder>(this TBuilder endpoint, bool asksOthers = false) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new IdempotencyKeyRequired());
        return endpoint.AddEndpointFilter<TBuilder>((context, next) => Filter(context, next, asksOthers));
    }

    private static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next, bool asksOthers)
    {
        var http = context.HttpContext;
        var (db, vault, clock) = (http.RequestServices.GetRequiredService<StoreDb>(), http.RequestServices.GetRequiredService<Vault>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is < 16 or > 255)
            throw Refusal.Invalid("idempotency.key_required", "Send an Idempotency-Key header of 16 to 255 characters, a new UUID for each thing to create.", "Idempotency-Key");

        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Asker(http)}\n{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{key}")));
        var body = await HashOfBody(http.Request);
        var row = await Known.Run(db, id, http.RequestAborted);
        if (row is not null && row.CreatedAt < clock.Now - Kept)
        {
            db.Remove(row);
            await db.SaveChangesAsync(http.RequestAborted);
            row = null;
        }
        if (row is not null && row.BodyHash != body)
            throw Refusal.Invalid("idempotency.key_reused", "This Idempotency-Key was used for another request. Take a new one.", "Idempotency-Key");
        if (row?.Answer is { } answer)
        {
            var stored = await vault.Open(Subject(row, asksOthers), answer, http.RequestAborted) ?? throw Refusal.Gone("idempotency.erased", "What this key created was erased.");
            return Again(http.Response, JsonSerializer.Deserialize<KeptAnswer>(stored, Json.Options)!, row.Status);
        }

        var isNew = row is null;
        row ??= new IdempotentRequest { Id = id, BodyHash = body, CreatedAt = clock.Now };
        if (isNew && asksOthers) db.Add(row);
        http.RequestServices.GetRequiredService<Idempotency>().Row = row;
        return asksOthers ? await AnswerAndKeep() : await db.Transact(AnswerAndKeep, http.RequestAborted);

        async Task<object?> AnswerAndKeep()
        {
            var result = await next(context);
            if (isNew && !asksOthers) db.Add(row);
            await Keep(db, vault, row, Subject(row, asksOthers), result, http.RequestAborted);
            return result;
        }
    }

    // What concerns an order is erased with it; the rest shares a key for each day, which goes when the last answer of the day has.
    private static string Subject(IdempotentRequest row, bool asksOthers) => asksOthers && row.Resource is { } resource
        ? resource
        : KeyOf(row.CreatedAt);

    /// <summary>The name of the key under which a day's answers are sealed.</summary>
    internal static string KeyOf(DateTimeOffset day) => string.Create(CultureInfo.InvariantCulture, $"answers {day.UtcDateTime:yyyy-MM-dd}");

    // The same key of somebody else is another key: whoever is signed in, or holds a token.
    private static string Asker(HttpContext http) => $"{http.User.FindFirstValue(ClaimTypes.NameIdentifier)}\n{http.Request.Headers.Authorization}";

    private static async Task Keep(StoreDb db, Vault vault, IdempotentRequest row, string subject, object? result, CancellationToken ct)
    {
        while (result is INestedHttpResult nested) result = nested.Result;
        var status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;

        // What was refused has created nothing: the same request may succeed later.
        if (status >= StatusCodes.Status400BadRequest) return;
        var value = result is IResult ? (result as IValueHttpResult)?.Value : result;
        var answer = new KeptAnswer(LocationOf(result), value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Json.Options));
        row.Status = status;
        row.Answer = await vault.Seal(subject, JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options), ct);
        await db.SaveChangesAsync(ct);
    }

    private static IResult Again(HttpResponse response, KeptAnswer answer, int? status)
    {
        response.Headers["Idempotent-Replayed"] = "true";
        if (answer.Location is { } location) response.Headers.Location = location;
        return answer.Body is { } body ? Results.Text(body, "application/json", Encoding.UTF8, status) : Results.StatusCode(status ?? StatusCodes.Status200OK);
    }

    // Created, Accepted and their like have no interface in common.
    private static string? LocationOf(object? result) => result?.GetType().GetProperty("Location")?.GetValue(result) as string;

    private static async Task<string> HashOfBody(HttpRequest request)
    {
        request.EnableBuffering();
        request.Body.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted));
        request.Body.Position = 0;
        return hash;
    }

    private sealed record KeptAnswer(string? Location, string? Body);
}

/// <summary>Says on the endpoint that it takes a key, so that the test over all endpoints and the API's description can see it.</summary>
public sealed class IdempotencyKeyRequired;

/// <summary>Says on a POST of the API that it creates nothing (a check, a replay), so that it needs no key.</summary>
public sealed class CreatesNothing
{
    public static readonly CreatesNothing Instance = new();
}
