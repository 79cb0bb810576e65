using System.Globalization;

namespace Emporium.Host.DemoStore;

/// <summary>Marginal Press, the store that a fresh installation opens with. All of it is read from the embedded content.</summary>
internal static class DemoGoods
{
    private static readonly Lazy<IReadOnlyList<DemoProduct>> Shelf = new(() => [.. Products().OrderBy(product => product.Place).Select(product => product.Product)]);

    public static DemoIdentity Store { get; } = ReadStore();

    /// <summary>In the order in which the store shows them; the first is the featured one.</summary>
    public static IReadOnlyList<DemoProduct> All => Shelf.Value;

    private static IEnumerable<(int Place, DemoProduct Product)> Products() =>
        from folder in Content.Folders
        where Content.Has($"{folder}/product.md")
        let text = HeadedText.Read(Content.Text($"{folder}/product.md"))
        select (Number(text, "place"), Read(folder, text));

    private static DemoProduct Read(string slug, HeadedText text) => new(
        slug,
        text.One("kind"),
        text.One("title"),
        text.One("subtitle"),
        text.One("author"),
        text.One("pitch"),
        text.Body,
        [.. text.Head["price"].Select(Price)],
        Number(text, "cover-seed"),
        text.One("license-key") is "yes",
        Number(text, "download-limit"),
        Number(text, "refund-days"),
        [.. text.Head["file"].Select(line => Recipe.Read(slug, line))]);

    /// <param name="text"><c>EUR 2900</c>, in minor units.</param>
    private static Money Price(string text) => new(long.Parse(text.AsSpan(4), CultureInfo.InvariantCulture), text[..3]);

    private static int Number(HeadedText text, string key) => int.Parse(text.One(key), CultureInfo.InvariantCulture);

    private static DemoIdentity ReadStore()
    {
        var store = HeadedText.Read(Content.Text("store.md"));
        return new DemoIdentity(
            store.One("name"),
            store.One("promise"),
            store.One("owner"),
            store.One("email"),
            store.One("currency"),
            store.Body,
            Content.Text("legal.md"));
    }
}
