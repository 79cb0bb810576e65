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
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.ApiKeys;

/// <summary>Makes a key for a program. It is told once, to whoever made it.</summary>
internal sealed class MakeKey(StoreDb db, RoleBook roles, StoreMode mode, TimeProvider clock)
{
    /// <param name="Scopes">Names of permissions, each of which the caller holds.</param>
    /// <param name="ExpiresAt">Left out for never.</param>
    public sealed record Request([property: StringLength(ApiKey.NameLength)] string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt);

    /// <param name="Secret">The key itself. It is not shown again.</param>
    public sealed record Made(ApiKeyId Id, string Name, string Secret, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt);

    /// <param name="id">Made where the key was asked for: the same one again makes no second key.</param>
    /// <exception cref="Refusal"><c>api_key.name_required</c>, <c>api_key.scopes_required</c>, <c>api_key.expiry_past</c>, <c>api_key.outlives_own</c>, <c>api_key.made</c>, <c>permission.unknown</c>, <c>permission.above_own</c>.</exception>
    public async Task<Made> Handle(ApiKeyId id, string? name, IEnumerable<string> scopes, DateTimeOffset? expiresAt, Actor by, CancellationToken ct)
    {
        if (await db.Set<ApiKey>().AnyAsync(k => k.Id == id, ct)) throw Refusal.Conflict("api_key.made", "This key was made already, and it is shown only once. Revoke it and make another if it is lost.");
        var grants = roles.Chosen(scopes);
        by.DemandCovers(grants);
        if (by.Until is { } end && !(expiresAt <= end)) throw Refusal.Invalid("api_key.outlives_own", "A key made by a key ends no later than that one. Choose an earlier end.", "expires");

        var text = KeyText.New(mode);
        var key = new ApiKey(id, text, name, grants, by.Member, expiresAt, clock.Now);
        db.Add(key);
        await db.SaveChangesAsync(ct);
        return new(id, key.Name, text, [.. grants.Names], expiresAt);
    }

    public static async Task<IResult> Page([FromForm] KeysPage.Typed form, MakeKey make, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            if (!ApiKeyId.TryParse(form.Id, null, out var id)) throw Refusal.Invalid("api_key.form_stale", "This form is too old. Load the page again.");
            var made = await make.Handle(id, form.Name, form.Scopes, KeyTerm.End(form.Expires, form.Day, clock.Now), Actor.Of(http.User), ct);
            return KeyMadePage.With(http, made.Name, made.Secret, made.ExpiresAt);
        }
        catch (Refusal refused)
        {
            return KeysPage.With(form, refused);
        }
    }

    public static async Task<Created<Made>> Endpoint(Request request, MakeKey make, Idempotency idempotency, ClaimsPrincipal user, TimeProvider clock, CancellationToken ct)
    {
        var made = await make.Handle(ApiKeyId.New(clock), request.Name, request.Scopes, request.ExpiresAt, Actor.Of(user), ct);
        idempotency.Creates(made.Id.ToString());
        return TypedResults.Created($"/api/v1/api-keys/{made.Id}", made);
    }
}
