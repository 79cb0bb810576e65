using Emporium.Ui;

namespace Emporium.Tests.Ui;

public sealed class AssetTests
{
    private const int PageBudget = 60_000;

    [Theory]
    [InlineData("store.css")]
    [InlineData("desk.js")]
    [InlineData("newsreader-latin-opsz-normal.woff2")]
    public void An_address_holds_the_hash_of_its_content(string name) =>
        Assert.Matches($@"^/assets/{Path.GetFileNameWithoutExtension(name)}\.[A-Z0-9]{{8}}{Path.GetExtension(name)}$", Asset.Url(name));

    [Fact]
    public void An_unknown_file_is_a_bug() => Assert.Throws<InvalidOperationException>(() => Asset.Url("nothing.css"));

    [Fact]
    public void Styles_and_scripts_of_a_store_page_stay_within_their_budget() =>
        Assert.InRange(Asset.ByFileName.Values.Where(asset => asset.Name is "store.css" or "store.js" or "theme.js").Sum(asset => asset.Brotli!.Length), 1, PageBudget);
}
