using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Emporium.Catalog.Desk;

/// <summary>The one file of a form, read as it arrives instead of being kept first.</summary>
internal static class UploadedFile
{
    private const int MaxBoundary = 100;

    /// <exception cref="Refusal"><c>product.file_missing</c>: the form holds none.</exception>
    public static async Task<(string Name, Stream Content)> Of(HttpRequest http, CancellationToken ct)
    {
        if (MediaTypeHeaderValue.TryParse(http.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary)
        {
            var reader = new MultipartReader(boundary, http.Body) { BodyLengthLimit = null };
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                    return (NameOf(disposition), section.Body);
            }
        }
        throw Refusal.Invalid("product.file_missing", "Choose a file first.", "file");
    }

    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { Length: > 0 } name
            ? name
            : throw Refusal.Invalid("product.file_missing", "Choose a file first.", "file");
}
