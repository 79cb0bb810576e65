using System.IO.Compression;

namespace Emporium.Delivery.Reading;

/// <summary>How much of a stranger's archive is unpacked. A book is text: what unpacks to more is no book, whatever its directory says.</summary>
internal sealed class EpubLimits
{
    public const long LargestFile = 128L << 20;
    private const int MostEntries = 5_000;
    private const int LargestEntry = 4 << 20;
    private const int LargestSum = 48 << 20;
    private int left = LargestSum;

    /// <exception cref="UnreadableBookException">There are too many entries.</exception>
    public static void Demand(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries) throw new UnreadableBookException("It has too many parts.");
    }

    /// <summary>Counts what really comes out, not what the directory promises.</summary>
    /// <exception cref="UnreadableBookException">More comes out than a chapter or a book may hold.</exception>
    public async Task<string> Text(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var content = await entry.OpenAsync(ct);
        using var text = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (text.Length + read > LargestEntry || (left -= read) < 0) throw new UnreadableBookException("It unpacks to more than a book.");
            text.Write(buffer, 0, read);
        }
        return System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)).TrimStart('\uFEFF');
    }
}

/// <summary>A file that says it is an EPUB and cannot be read as one. It can still be downloaded.</summary>
internal sealed class UnreadableBookException(string message, Exception? inner = null) : Exception(message, inner);
