using System.ComponentModel.DataAnnotations;
using Emporium.Catalog.Contracts;
using Emporium.Licensing.Contracts;
using Emporium.Licensing.Keys;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>Tells a program whether the key it was given is good. A bad key is an answer with a code, never an error.</summary>
internal static class ValidateLicense
{
    public const string Valid = "VALID";
    public const string Malformed = "MALFORMED";
    public const string Unknown = "UNKNOWN";
    public const string WrongProduct = "WRONG_PRODUCT";
    public const string Suspended = "SUSPENDED";
    public const string Revoked = "REVOKED";

    /// <param name="Key">As its user typed it.</param>
    /// <param name="Product">The product that asks; without it a key of any product is good.</param>
    public sealed record Request([property: Required, StringLength(200)] string Key, ProductId? Product);

    /// <param name="Code"><c>VALID</c>, <c>MALFORMED</c> (mistyped: no such key can exist), <c>UNKNOWN</c>, <c>WRONG_PRODUCT</c>, <c>SUSPENDED</c> or <c>REVOKED</c>.</param>
    /// <param name="Meaning">The code as a sentence for the key's user.</param>
    /// <param name="License">Left out where the key is malformed, unknown or another product's.</param>
    public sealed record Answer(bool Valid, string Code, string Meaning, LicenseId? License = null, ProductId? Product = null, DateTimeOffset? IssuedAt = null);

    public static async Task<Ok<Answer>> Endpoint(Request request, StoreDb db, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!LicenseKey.TryParse(request.Key, out var key))
            return TypedResults.Ok(new Answer(false, Malformed, "This is not a complete license key. Compare it with the one in your library, character by character."));

        var hash = key.Hash;
        return TypedResults.Ok(Judge(await db.Set<License>().AsNoTracking().SingleOrDefaultAsync(l => l.KeyHash == hash, ct), request.Product));
    }

    private static Answer Judge(License? license, ProductId? product) => license switch
    {
        null => new(false, Unknown, "This license key was not issued by this store."),
        _ when product is { } asked && asked != license.ProductId => new(false, WrongProduct, "This license key belongs to another product."),
        { Status: LicenseStatus.Suspended } => About(license, Suspended, license.Reason!),
        { Status: LicenseStatus.Revoked } => About(license, Revoked, license.Reason!),
        _ => About(license, Valid, "The license key is good."),
    };

    private static Answer About(License license, string code, string meaning) =>
        new(code == Valid, code, meaning, license.Id, license.ProductId, license.IssuedAt);
}
