using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Roles;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.ApiKeys;

/// <summary>Makes a new key with the same name, scopes and term, in the name of whoever rotates it; the old one stays valid for a while, so that a program can change over. What a key rotates ends no later than that key.</summary>
internal sealed class RotateKey(StoreDb db, KeyBook keys, RoleBook roles, StoreMode mode, TimeProvider clock)
{
    public const int LongestGrace = 168;

    /// <param name="GraceHours">How long the old key stays valid; 0 ends it at once.</param>
    public sealed record Request([property: Range(0, LongestGrace)] int GraceHours = 24);

    /// <exception cref="Refusal"><c>api_key.not_found</c>, <c>api_key.not_valid</c>, <c>api_key.grace_invalid</c>, <c>permission.above_own</c>.</exception>
    public async Task<MakeKey.Made> Handle(ApiKeyId id, int? graceHours, Actor by, CancellationToken ct)
    {
        if (graceHours is not (>= 0 and <= LongestGrace)) throw Refusal.Invalid("api_key.grace_invalid", "Choose how long the old key stays valid, at most a week.", "grace");
        var (old, now) = (await keys.Find(id, by, ct), clock.Now);
        var expiresAt = old.ExpiresAt is { } end ? now + (end - old.MadeAt) : (DateTimeOffset?)null;
        if (by.Until is { } own && !(expiresAt <= own)) expiresAt = own;

        var text = KeyText.New(mode);
        var next = new ApiKey(ApiKeyId.New(clock), text, old.Name, roles.Read(old.Scopes), by.Member, expiresAt, now);
        old.GiveWayTo(next.Id, now.AddHours(graceHours.Value), now);
        db.Add(next);
        await db.SaveChangesAsync(ct);
        return new(next.Id, next.Name, text, [.. roles.Read(next.Scopes).Names], expiresAt);
    }

    public static async Task<IResult> Page(ApiKeyId id, [FromForm] int? grace, RotateKey rotate, HttpContext http, CancellationToken ct)
    {
        try
        {
            var made = await rotate.Handle(id, grace, Actor.Of(http.User), ct);
            return KeyMadePage.With(http, made.Name, made.Secret, made.ExpiresAt);
        }
        catch (Refusal refused) when (refused.Kind is not RefusalKind.NotFound)
        {
            return KeyPage.With(id, refused);
        }
    }

    public static async Task<Created<MakeKey.Made>> Endpoint(ApiKeyId id, Request request, RotateKey rotate, Idempotency idempotency, ClaimsPrincipal user, CancellationToken ct)
    {
        var made = await rotate.Handle(id, request.GraceHours, Actor.Of(user), ct);
        idempotency.Creates(made.Id.ToString());
        return TypedResults.Created($"/api/v1/api-keys/{made.Id}", made);
    }
}
