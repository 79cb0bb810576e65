using Emporium.Ui;

namespace Emporium.Tests.Ui;

public sealed class AssetTests
{
    // Bytes after Brotli. A product page may weigh 60 kB; these are a quarter of it, so that growth is noticed while it is cheap to undo.
    private const int StoreBudget = 16_000;
    private const int DeskBudget = 24_000;

    [Theory]
    [InlineData("store.css")]
    [InlineData("desk.js")]
    [InlineData("design.css")]
    [InlineData("newsreader-latin-opsz-normal.woff2")]
    public void An_address_holds_the_hash_of_its_content(string name) =>
        Assert.Matches($@"^/assets/{Path.GetFileNameWithoutExtension(name)}\.[A-Z0-9]{{8}}{Path.GetExtension(name)}$", Asset.Url(name));

    [Fact]
    public void An_unknown_file_is_a_bug() => Assert.Throws<InvalidOperationException>(() => Asset.Url("nothing.css"));

    [Fact]
    public void Styles_and_scripts_of_a_store_page_stay_within_their_budget() => Assert.InRange(Weight("store.css", "store.js", "theme.js"), 1, StoreBudget);

    [Fact]
    public void Styles_and_scripts_of_a_desk_page_stay_within_their_budget() => Assert.InRange(Weight("desk.css", "desk.js", "theme.js"), 1, DeskBudget);

    private static int Weight(params string[] names) => Asset.ByFileName.Values.Where(asset => names.Contains(asset.Name)).Sum(asset => asset.Brotli!.Length);
}
