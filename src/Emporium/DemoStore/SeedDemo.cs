using Emporium.Catalog.Contracts;
using Emporium.Even.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Files;
using Emporium.Platform.Settings;
using Emporium.Tax.Contracts;

namespace Emporium.Host.DemoStore;

/// <summary>Puts the demo store in, through the doors that a merchant uses. Running it again brings the products to the state of this version and doubles nothing.</summary>
internal sealed class SeedDemo(StoreDb db, ISettings settings, IProductEditor products, ITaxEditor taxes, IFiles files)
{
    private const string ToolSlug = "even";

    /// <summary>The demo's own declaration: standard rates of its home and its largest markets, as in force in 2026.</summary>
    private static readonly (string Country, int BasisPoints, DateOnly From)[] Rates =
    [
        ("AT", 2_000, new(1984, 1, 1)),
        ("DE", 1_900, new(2021, 1, 1)),
        ("ES", 2_100, new(2012, 9, 1)),
        ("FR", 2_000, new(2014, 1, 1)),
        ("IE", 2_300, new(2021, 3, 1)),
        ("IT", 2_200, new(2013, 10, 1)),
        ("NL", 2_100, new(2012, 10, 1)),
        ("PT", 2_300, new(2011, 1, 1)),
    ];

    /// <summary>True where the demo was never put in and no merchant has begun: a new database.</summary>
    public async Task<bool> IsWanted(CancellationToken ct) => (await settings.Get<DemoState>(ct)).Version == 0 && (await settings.Get<StoreProfile>(ct)) == new StoreProfile();

    public async Task Run(CancellationToken ct)
    {
        var store = DemoGoods.Store;
        await settings.Set(new StoreProfile { Name = store.Name, Sentence = store.Promise, About = store.About, SupportEmail = store.Email, Currency = store.Currency }, ct);
        await settings.Set(new DemoState { Version = 1 }, ct);
        foreach (var (country, basisPoints, from) in Rates) await taxes.Declare(country, basisPoints, from, ct);
        foreach (var product in DemoGoods.All)
        {
            var id = await products.Put(await Draft(product, ct), ct);
            if (product.Slug == ToolSlug) await settings.Set(new EvenProduct { Product = id }, ct);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task<ProductDraft> Draft(DemoProduct product, CancellationToken ct)
    {
        var stored = new List<ProductDraftFile>();
        foreach (var file in product.Files)
        {
            await using var content = file.Open();
            var (sha256, size) = await files.Put(content, ct);
            stored.Add(new(file.Name, file.MediaType, sha256, size));
        }
        return new(product.Slug, product.Kind, product.Title, product.Subtitle, product.Author, product.Pitch, product.Description, product.Prices, stored,
            product.CoverSeed, product.HasLicenseKey, product.DownloadLimit, product.RefundDays, IsPublished: true, IsFeatured: product == DemoGoods.All[0]);
    }

    /// <summary>Remembers that the demo was put in, also after a merchant threw its products out.</summary>
    [Settings("host.demo")]
    public sealed record DemoState
    {
        public int Version { get; init; }
    }
}
