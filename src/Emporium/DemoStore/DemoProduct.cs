namespace Emporium.Host.DemoStore;

/// <summary>A product of the demo store: its texts as a merchant would enter them, and what buyers receive.</summary>
/// <param name="Kind">One of ebook, course, software, templates, graphics, download.</param>
/// <param name="Pitch">One sentence.</param>
/// <param name="Description">Markdown for the product page.</param>
/// <param name="Prices">One amount per currency, tax included; a single zero for a free product.</param>
/// <param name="CoverSeed">For the drawn cover.</param>
/// <param name="DownloadLimit">Downloads of each file per purchase.</param>
internal sealed record DemoProduct(
    string Slug,
    string Kind,
    string Title,
    string Subtitle,
    string Author,
    string Pitch,
    string Description,
    IReadOnlyList<Money> Prices,
    int CoverSeed,
    bool HasLicenseKey,
    int DownloadLimit,
    int RefundDays,
    IReadOnlyList<DemoFile> Files)
{
    public bool IsFree => Prices.All(price => price.IsZero);
}

/// <summary>A file that buyers receive. It is made when it is first asked for, and kept while the process runs.</summary>
internal sealed class DemoFile(string name, string mediaType, Func<byte[]> make)
{
    private readonly Lazy<byte[]> _bytes = new(make);

    public string Name => name;

    public string MediaType => mediaType;

    public ReadOnlyMemory<byte> Bytes => _bytes.Value;

    public Stream Open() => new MemoryStream(_bytes.Value, writable: false);
}

/// <summary>Who sells in the demo store.</summary>
/// <param name="Promise">The one sentence at the head of the store.</param>
/// <param name="About">Markdown for the about page.</param>
/// <param name="LegalNotice">Markdown with placeholders that a merchant must replace before selling.</param>
internal sealed record DemoIdentity(string Name, string Promise, string Owner, string Email, string Currency, string About, string LegalNotice);
