namespace Emporium.Delivery.Reading;

/// <summary>A book as the reader shows it: cleaned, and in chapters.</summary>
/// <param name="Length">Letters in all chapters.</param>
internal sealed record Book(string Title, IReadOnlyList<Chapter> Chapters, int Length)
{
    private const int SampleShare = 10;

    /// <summary>The chapters that anybody may read: from the front while they are within a tenth of the book, and the first one that is worth reading in any case.</summary>
    public IReadOnlyList<Chapter> Sample
    {
        get
        {
            var (sample, read) = (new List<Chapter>(), 0);
            foreach (var chapter in Chapters.Where(c => c.IsText))
            {
                if (sample.Count > 0 && (read + chapter.Length) * SampleShare > Length) break;
                sample.Add(chapter);
                read += chapter.Length;
            }
            return sample.Count < Chapters.Count(c => c.IsText) ? sample : [];
        }
    }
}

/// <param name="Html">Cleaned.</param>
/// <param name="Length">In letters.</param>
internal sealed record Chapter(string Title, string Html, int Length)
{
    private const int Page = 600;

    /// <summary>False for covers, title pages and the like.</summary>
    public bool IsText => Length >= Page;
}
