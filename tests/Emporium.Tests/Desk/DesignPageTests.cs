using System.Net;
using System.Text.RegularExpressions;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Desk;

public sealed partial class DesignPageTests
{
    [Fact]
    public async Task The_style_page_is_there_only_where_it_was_asked_for()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);

        Assert.Equal(HttpStatusCode.NotFound, (await (await store.Owner()).GetAsync("/admin/design")).StatusCode);
    }

    [Fact]
    public async Task It_shows_every_component_that_there_is()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Design:IsShown"] = "true" });
        var page = await (await store.Owner()).GetStringAsync("/admin/design");
        var sources = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src", "Emporium", "Desk", "Design"), "*.razor").Select(File.ReadAllText));

        var missing = from file in Shown().SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, "src", "Ui", folder), "*.razor"))
                      let name = Path.GetFileNameWithoutExtension(file)
                      where !Uses(sources, name) && !Inside.Contains(name)
                      select name;

        Assert.Empty(missing);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        var ids = Id().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    // Parts of others, which show them; a toast floats, so its two looks stand there as they do without scripts.
    private static readonly string[] Inside = ["FormError", "ChartDrawing", "Toast"];

    private static string[] Shown() => ["Forms", "Lists", "Text", "Figures", "Charts", "Overlays", "Covers", "Appearance"];

    private static bool Uses(string sources, string name) => Regex.IsMatch(sources, $@"<{name}[\s/>]");

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();
}
