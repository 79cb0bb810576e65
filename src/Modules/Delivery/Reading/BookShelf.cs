using System.Collections.Concurrent;
using Emporium.Catalog.Contracts;
using Emporium.Platform.Files;

namespace Emporium.Delivery.Reading;

/// <summary>Books that somebody reads at the moment, unpacked once. A file is named by its content, so what is remembered is never stale.</summary>
internal sealed class BookShelf(IFiles files)
{
    public const string Epub = "application/epub+zip";
    private const int Most = 12;
    private const int MostFacts = 20_000;
    private readonly ConcurrentDictionary<string, Task<Book?>> open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SampleFacts> facts = new(StringComparer.Ordinal);

    /// <param name="First">The title of the first chapter that anybody may read.</param>
    /// <param name="Count">How many there are; 0 for none.</param>
    public sealed record SampleFacts(string First, int Count);

    public async Task<SampleFacts> FactsOf(ProductFile file, CancellationToken ct)
    {
        if (facts.TryGetValue(file.Sha256, out var known)) return known;
        var sample = (await Open(file, ct))?.Sample ?? [];
        if (facts.Count > MostFacts) facts.Clear();
        return facts[file.Sha256] = new(sample is [var first, ..] ? first.Title : "", sample.Count);
    }

    /// <summary>Null for a file that is no readable book.</summary>
    public async Task<Book?> Open(ProductFile file, CancellationToken ct)
    {
        if (file.MediaType != Epub || file.Size > EpubLimits.LargestFile) return null;
        if (open.Count >= Most && !open.ContainsKey(file.Sha256)) open.Clear();

        // Not the first reader's cancellation: others wait for the same book.
        var reading = open.GetOrAdd(file.Sha256, _ => Read(file));
        try
        {
            return await reading.WaitAsync(ct);
        }
        catch (Refusal)
        {
            open.TryRemove(file.Sha256, out _);
            throw;
        }
    }

    private async Task<Book?> Read(ProductFile file)
    {
        // A zip is read from its end, and a remote store gives no seeking.
        await using var copy = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await using (var stored = await files.Open(file.Sha256, 0, null, CancellationToken.None)) await stored.CopyToAsync(copy);
        copy.Position = 0;
        try
        {
            return await EpubReader.Read(copy, CancellationToken.None);
        }
        catch (UnreadableBookException)
        {
            return null;
        }
    }
}
