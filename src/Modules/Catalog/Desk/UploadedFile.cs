using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Emporium.Catalog.Desk;

/// <summary>The one file of a form, read as it arrives instead of being kept first, with the short fields that stand before it.</summary>
internal sealed record UploadedFile(string Name, Stream Content, IReadOnlyDictionary<string, string> Fields)
{
    private const int MaxBoundary = 100;
    private const int MaxField = 4_000;
    private const int MaxFields = 20;

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <exception cref="Refusal"><c>product.file_missing</c>: the form holds none.</exception>
    public static async Task<UploadedFile> Of(HttpRequest http, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (MediaTypeHeaderValue.TryParse(http.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary)
        {
            var reader = new MultipartReader(boundary, http.Body) { BodyLengthLimit = null };
            while (await reader.ReadNextSectionAsync(ct) is { } section && fields.Count < MaxFields)
            {
                if (section.GetContentDispositionHeader() is not { } disposition) continue;
                if (disposition.IsFileDisposition()) return new(NameOf(disposition), section.Body, fields);
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = await Text(section.Body, ct);
            }
        }
        throw Missing();
    }

    private static async Task<string> Text(Stream body, CancellationToken ct)
    {
        var buffer = new byte[MaxField];
        var read = await body.ReadAtLeastAsync(buffer, MaxField, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { Length: > 0 } name ? name : throw Missing();

    private static Refusal Missing() => Refusal.Invalid("product.file_missing", "Choose a file first.", "file");
}
