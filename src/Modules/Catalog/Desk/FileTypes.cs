namespace Emporium.Catalog.Desk;

/// <summary>What a file is by its ending, and whether its first bytes agree. An ending that is not known here is passed on as bytes.</summary>
internal static class FileTypes
{
    private const string Bytes = "application/octet-stream";

    private static readonly FileType[] Known =
    [
        new(".pdf", "application/pdf", head => head.StartsWith("%PDF-"u8)),
        new(".epub", "application/epub+zip", IsZip),
        new(".zip", "application/zip", IsZip),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsZip),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsZip),
        new(".png", "image/png", head => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])),
        new(".jpg", "image/jpeg", IsJpeg),
        new(".jpeg", "image/jpeg", IsJpeg),
        new(".gif", "image/gif", head => head.StartsWith("GIF8"u8)),
        new(".webp", "image/webp", head => head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8)),
        new(".mp3", "audio/mpeg", head => head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0)),
        new(".flac", "audio/flac", head => head.StartsWith("fLaC"u8)),
        new(".mp4", "video/mp4", IsMp4),
        new(".m4a", "audio/mp4", IsMp4),
        new(".woff2", "font/woff2", head => head.StartsWith("wOF2"u8)),
        new(".otf", "font/otf", head => head.StartsWith("OTTO"u8)),
        new(".md", "text/markdown", IsText),
        new(".txt", "text/plain", IsText),
        new(".csv", "text/csv", IsText),
        new(".json", "application/json", IsText),
    ];

    /// <returns>IANA media type.</returns>
    /// <exception cref="Refusal"><c>product.file_type_mismatch</c>: the ending claims what the bytes are not.</exception>
    public static string Of(string name, ReadOnlyMemory<byte> head)
    {
        if (Array.Find(Known, t => name.EndsWith(t.Ending, StringComparison.OrdinalIgnoreCase)) is not { } type) return Bytes;
        return type.Agrees(head.Span)
            ? type.MediaType
            : throw Refusal.Invalid("product.file_type_mismatch", $"“{name}” is named {type.Ending}, but its content is something else. Check the file, or name it as what it is.", "file");
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    private static bool IsJpeg(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static bool IsMp4(ReadOnlySpan<byte> head) => head.Length > 8 && head[4..].StartsWith("ftyp"u8);

    private static bool IsText(ReadOnlySpan<byte> head) => !head.Contains((byte)0);

    private sealed record FileType(string Ending, string MediaType, Agreement Agrees);

    private delegate bool Agreement(ReadOnlySpan<byte> head);
}
