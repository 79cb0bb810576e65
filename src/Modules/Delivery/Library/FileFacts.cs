using System.Globalization;
using Emporium.Delivery.Contracts;

namespace Emporium.Delivery.Library;

/// <summary>A file in a few words: <c>PDF, 4.1 MB, 3 of 5 downloads left</c>.</summary>
internal static class FileFacts
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    public static string Of(OwnedFile file) => $"{Type(file.Name)}{Size(file.Size)}, {Downloads(file)}";

    /// <summary>In decimal units, as operating systems and download dialogs count.</summary>
    public static string Size(long bytes)
    {
        var (value, unit) = ((decimal)bytes, 0);
        for (; value >= 1_000 && unit < Units.Length - 1; unit++) value /= 1_000;
        return $"{value.ToString(unit == 0 || value >= 100 ? "0" : "0.#", CultureInfo.InvariantCulture)}\u00A0{Units[unit]}";
    }

    private static string Type(string name) => Path.GetExtension(name) is { Length: > 1 and < 8 } ending ? $"{ending[1..].ToUpperInvariant()}, " : "";

    private static string Downloads(OwnedFile file) => (file.DownloadsLeft, file.DownloadsUsed) switch
    {
        ({ } left, _) => $"{left} of {file.DownloadLimit} downloads left",
        (_, 0) => "not downloaded yet",
        (_, 1) => "downloaded once",
        (_, var used) => $"downloaded {used} times",
    };
}
