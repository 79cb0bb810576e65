using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>The API's description (OpenAPI 3.1), made once: endpoints do not change while the program runs.</summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.Version)] IOpenApiDocumentProvider documents)
{
    public const string Version = "v1";
    public const string Problem = "Problem";
    public const string KeyScheme = "key";
    public const string StaffScheme = "staff";
    public const string BuyerScheme = "buyer";

    private readonly SemaphoreSlim turn = new(1, 1);
    private Written? written;

    /// <param name="Json">UTF-8.</param>
    /// <param name="Tag">Changes when the description does.</param>
    public sealed record Written(OpenApiDocument Document, byte[] Json, EntityTagHeaderValue Tag, IReadOnlyList<ApiGroup> Groups);

    public async ValueTask<Written> Get(CancellationToken ct)
    {
        if (written is { } known) return known;
        await turn.WaitAsync(ct);
        try
        {
            return written ??= await Write(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Kept by browsers and proxies for five minutes, then asked for by its tag.</summary>
    public static async Task<IResult> Endpoint(ApiDescription api, HttpContext http, CancellationToken ct)
    {
        var (_, json, tag, _) = await api.Get(ct);
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: tag);
    }

    private async Task<Written> Write(CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        var json = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct));
        return new(document, json, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..16]}\""), ApiReading.Of(document));
    }
}
