using Emporium.Browser.Support;

namespace Emporium.Browser.Journeys;

/// <summary>What scripts add, and that it is all there without them.</summary>
public sealed class ComfortTests(Shop shop) : IClassFixture<Shop>
{
    private const string WhenTheBodyComes = """
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.early = document.documentElement.dataset.theme ?? "none";
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
        """;

    [Fact]
    public async Task The_palette_opens_by_keyboard_finds_while_one_types_and_goes_there()
    {
        await using var owner = await shop.Owner();
        await owner.Open("/admin/taxes");

        await owner.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(owner.Page.Locator(".palette input")).ToBeFocusedAsync();
        await owner.Page.Keyboard.TypeAsync("dead");
        await Assertions.Expect(owner.Page.Locator(".palette-list a")).ToHaveCountAsync(1);
        await owner.Look("desk-palette");
        await owner.Page.Keyboard.PressAsync("Enter");

        await owner.Page.WaitForURLAsync("**/admin/dead-letters");
        await owner.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(owner.Page.Locator(".shortcuts")).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
        await owner.Page.Keyboard.TypeAsync("go");
        await owner.Page.WaitForURLAsync("**/admin/orders");
    }

    [Fact]
    public async Task A_dialog_holds_the_focus_and_gives_it_back()
    {
        await using var owner = await shop.Owner();
        await owner.Open("/admin/design");
        var opener = owner.Page.Locator("modal-dialog summary").First;

        await opener.ClickAsync();
        var dialog = owner.Page.Locator("dialog[open]");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading)).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(opener).ToBeFocusedAsync();
        await owner.Page.Locator(".is-drawer summary").ClickAsync();
        await owner.Look("desk-drawer");
        await owner.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_combobox_finds_without_accents_and_submits_what_its_select_holds()
    {
        await using var owner = await shop.Owner();
        await owner.Open("/admin/design");
        var country = owner.Page.GetByRole(AriaRole.Combobox, new() { Name = "Country" });

        await country.FillAsync("oste");
        await country.PressAsync("Enter");

        await Assertions.Expect(country).ToHaveValueAsync("Österreich");
        Assert.Equal("AT", await owner.Page.Locator("select[name=country]").EvaluateAsync<string>("select => select.value"));
        await country.FillAsync("zzz");
        await Assertions.Expect(owner.Page.Locator(".combo-empty")).ToBeVisibleAsync();
        await country.PressAsync("Escape");
        await Assertions.Expect(country).ToHaveValueAsync("Österreich");
    }

    [Fact]
    public async Task The_chosen_theme_is_there_before_the_first_paint()
    {
        await using var visit = await shop.Visit();
        await visit.Open("/");
        await visit.Page.Locator("theme-switch button").First.ClickAsync();
        Assert.Equal("dark", await Theme(visit));

        // Nothing is painted before there is a body; a script that waits for the page would come too late.
        await visit.Page.AddInitScriptAsync(WhenTheBodyComes);
        await visit.Open("/products");

        Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("() => window.early"));
        var paper = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        Assert.StartsWith("oklch(0.19", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_dialogs_and_menus_unfold_in_their_place_and_the_search_is_a_page()
    {
        await using var owner = await shop.Owner(withScripts: false);
        await owner.Open("/admin/design");

        await owner.Page.Locator("modal-dialog summary").First.ClickAsync();
        await Assertions.Expect(owner.Page.Locator("modal-dialog .dialog-panel").First).ToBeVisibleAsync();
        await owner.Page.Locator("action-menu summary").First.ClickAsync();
        await Assertions.Expect(owner.Page.Locator("action-menu .menu-list").First).ToBeVisibleAsync();
        await Assertions.Expect(owner.Page.Locator("select[name=country]")).ToBeVisibleAsync();
        await owner.Look("desk-design");

        await owner.Page.Locator(".desk-rail a.desk-search").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Searchbox).FillAsync("jobs");
        await owner.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Assertions.Expect(owner.Page.Locator(".palette-list a")).ToHaveCountAsync(1);
    }

    private static Task<string> Theme(Visit visit) => visit.Page.EvaluateAsync<string>("() => document.documentElement.dataset.theme ?? ''");
}
