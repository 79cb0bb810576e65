using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Emporium.Platform;

namespace Emporium.Accounts.Erasing;

/// <summary>A person's data as a ZIP: a page to read, and one JSON file for each module, for other programs.</summary>
internal static class ExportBook
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bind(string store, string email, DateTimeOffset at, IReadOnlyList<(string Module, object Data)> known)
    {
        var chapters = known.Select(k => (Name: Title(k.Module), Json: JsonSerializer.SerializeToElement(k.Data, k.Data.GetType(), Indented))).ToList();
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "index.html", ExportPage.Of(store, email, at, chapters), at);
            foreach (var (name, json) in chapters) Write(zip, $"data/{name.ToLowerInvariant()}.json", JsonSerializer.Serialize(json, Indented), at);
        }
        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = at;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }

    private static string Title(string module) => char.ToUpperInvariant(module[0]) + module[1..];
}
