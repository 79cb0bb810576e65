using System.Text;

namespace Emporium.Catalog.Uploads;

/// <summary>The <c>Upload-Metadata</c> header (tus 1.0.0, creation): pairs of a key and a value in Base64, divided by commas.</summary>
internal static class Metadata
{
    private const int MaxLength = 4_000;

    /// <exception cref="Refusal"><c>upload.metadata_invalid</c>.</exception>
    public static IReadOnlyDictionary<string, string> Read(string header)
    {
        if (header.Length > MaxLength) throw Invalid();
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ');
            if (parts.Length > 2 || !pairs.TryAdd(parts[0], parts.Length == 2 ? Decode(parts[1]) : "")) throw Invalid();
        }
        return pairs;
    }

    private static string Decode(string value)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    private static Refusal Invalid() => Refusal.Invalid("upload.metadata_invalid", "Upload-Metadata is a list of keys with values in Base64, divided by commas, of at most 4,000 characters.", "Upload-Metadata");
}
