using System.Data.Common;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Emporium.Bench.Bare;

/// <summary>
/// The least that ASP.NET Core can be: an endpoint that writes bytes from memory, and two that read the rows of the product API with
/// plain ADO.NET and write them with generated JSON. No sessions, no headers, no logging, no cache.
/// </summary>
internal static class BareProgram
{
    /// <summary><c>--Bare:Pages folder --Bare:Provider sqlite|postgres --Bare:Connection …</c></summary>
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, BareJson.Default));
        await using var app = builder.Build();

        var pages = Directory.GetFiles(app.Configuration["Bare:Pages"]!).ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes);
        var rows = new BareRows(Source(app.Configuration["Bare:Provider"]!, app.Configuration["Bare:Connection"]!));
        app.MapGet("/pages/{name}", (string name, HttpResponse response) => Write(response, pages[name]));
        app.MapGet("/products", async Task<Ok<BareList>> (int limit, CancellationToken ct) => TypedResults.Ok(new BareList(await rows.List(limit, ct))));
        app.MapGet("/products/{slug}", async Task<Ok<BareProduct>> (string slug, CancellationToken ct) => TypedResults.Ok(await rows.Get(slug, ct)));
        await app.RunAsync();
        return 0;
    }

    private static Task Write(HttpResponse response, byte[] page)
    {
        (response.ContentType, response.ContentLength) = ("text/html; charset=utf-8", page.Length);
        return response.Body.WriteAsync(page).AsTask();
    }

    private static DbDataSource Source(string provider, string connection) =>
        provider is "postgres" ? NpgsqlDataSource.Create(connection) : SqliteFactory.Instance.CreateDataSource(connection);
}

internal sealed record BareList(List<BareProduct> Items);

internal sealed record BareProduct(string Id, string Slug, string Kind, string Title, string Subtitle, string Byline, string Pitch, bool IssuesLicense, int? DownloadLimit, int RefundDays, DateTime PublishedAt)
{
    public List<BarePrice> Prices { get; } = [];

    public List<BareFile> Files { get; } = [];

    public string? DescriptionHtml { get; init; }
}

internal sealed record BarePrice(long Amount, string Currency);

internal sealed record BareFile(string Name, string MediaType, long Size);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BareList))]
[JsonSerializable(typeof(BareProduct))]
internal sealed partial class BareJson : JsonSerializerContext;
