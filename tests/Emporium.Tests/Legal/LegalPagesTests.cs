using System.Net;
using Emporium.Legal.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Settings;
using Emporium.Tests.Accounts;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Legal;

public sealed class LegalPagesTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_imprint_says_who_the_settings_say_and_changes_with_them(TestDatabase database)
    {
        var store = await stores.On(database);
        using var visitor = store.Visitor();
        await Seller(store, new SellerIdentity { LegalName = "Halbert *Press* Lda.", Address = "Rua do Século 4\n1200-433 Lisboa", Country = "PT", VatNumber = "PT 509 111 222" });
        Assert.Contains("Halbert *Press* Lda.", await visitor.Page("/legal/imprint"), StringComparison.Ordinal);

        await Seller(store, new SellerIdentity { LegalName = "Halbert & Daughters Lda.", Address = "Rua do Século 4\n1200-433 Lisboa", Country = "PT" });
        var page = await visitor.Page("/legal/imprint");

        Assert.Contains("Halbert & Daughters Lda.", page, StringComparison.Ordinal);
        Assert.Contains("Portugal", page, StringComparison.Ordinal);
        Assert.DoesNotContain("509 111 222", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_an_order_was_placed_under_can_be_read_after_the_terms_have_changed(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        using var visitor = store.Visitor();
        await Write(owner, "terms", "own", "## First terms");
        var placed = await store.Placed(await store.Cart(await store.Product()));
        await Write(owner, "terms", "own", "## Second terms");

        var accepted = (await store.Order(placed.Id)).TermsId!.Value;
        var text = await store.Do<ILegalTexts, LegalText?>(texts => texts.Find(accepted, Ct));

        Assert.Contains("First terms", await visitor.Page(text!.Path), StringComparison.Ordinal);
        Assert.Contains("Second terms", await visitor.Page("/legal/terms"), StringComparison.Ordinal);
        Assert.Contains($"version {text.Version}", await ReceiptOf(store, placed), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_buyer_whose_terms_changed_before_the_click_is_told_and_orders_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        using var buyer = store.Visitor();
        var product = await store.Product();
        await buyer.PostAsync("/cart/lines", new FormUrlEncodedContent([new("product", product.ToString()), new("quantity", "1")]), Ct);
        var shown = Hidden(await buyer.GetStringAsync("/checkout", Ct), "terms");
        await Write(owner, "refunds", "own", "## Other promises, " + Buying.NewKey());

        var answer = await buyer.Submit("/checkout", "/checkout", ("email", "ada@example.org"), ("country", "PT"), ("terms", shown), ("do", "pay"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Nothing was charged; read them again", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_merchants_own_text_is_shown_without_what_could_do_harm_and_gives_way_to_the_generated_one(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        using var visitor = store.Visitor();
        await Write(owner, "privacy", "own", "## Mine\n\n<script>alert(1)</script><img src=https://spy.example/x.gif>");
        var own = await visitor.Page("/legal/privacy");
        await Write(owner, "privacy", "generated", "");
        var generated = await visitor.Page("/legal/privacy");

        Assert.Contains("<h2>Mine</h2>", own, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", own, StringComparison.Ordinal);
        Assert.DoesNotContain("spy.example", own, StringComparison.Ordinal);
        Assert.Contains("The number of your card never reaches us.", generated, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_people_who_edit_the_same_settings_the_second_is_told_and_loses_nothing_typed(TestDatabase database)
    {
        var store = await stores.On(database);
        using var first = await store.Owner();
        using var second = await store.Owner();
        var seen = Hidden(await second.GetStringAsync("/admin/settings/legal/imprint", Ct), "version");
        await Write(first, "imprint", "own", "## By the first");

        var answer = await second.Submit("/admin/settings/legal/imprint", "/admin/settings/legal/imprint", ("version", seen), ("source", "own"), ("text", "## By the second"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Somebody else changed these settings", page, StringComparison.Ordinal);
        Assert.Contains("## By the second", page, StringComparison.Ordinal);
        Assert.Contains("By the first", await second.Page("/legal/imprint"), StringComparison.Ordinal);
        await Write(first, "imprint", "generated", "");
    }

    [Fact]
    public async Task No_generated_page_leaves_a_gap_to_fill_in_where_the_merchant_has_said_nothing_yet()
    {
        await using var store = await TestStore.Open(TestDatabase.Sqlite);
        using var visitor = store.Visitor();
        foreach (var page in Enum.GetValues<LegalPage>())
        {
            var text = await visitor.Page(LegalText.PathOf(page));
            Assert.DoesNotContain("[", text[text.IndexOf("<article", StringComparison.Ordinal)..text.IndexOf("</article", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    private static async Task Write(HttpClient owner, string page, string source, string text)
    {
        var address = $"/admin/settings/legal/{page}";
        var version = Hidden(await owner.GetStringAsync(address, Ct), "version");
        var answer = await owner.Submit(address, address, ("version", version), ("source", source), ("text", text));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<string> ReceiptOf(TestStore store, (Emporium.Sales.Contracts.OrderId Id, string Token, string? PayUrl) placed)
    {
        await store.Pay(placed.PayUrl!);
        await TestStore.Until(async () => (await store.Order(placed.Id)).PaidAt is not null);
        await store.Settle();
        return await store.Do<Emporium.Platform.Mail.IMailDesk, string>(async mails =>
            (await mails.Open((await mails.About(placed.Id.ToString(), Ct))[0].Id, Ct))!.Text);
    }

    private static string Hidden(string html, string name)
    {
        var mark = $"name=\"{name}\" value=\"";
        var start = html.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return html[start..html.IndexOf('"', start)];
    }

    private static Task Seller(TestStore store, SellerIdentity seller) => store.Do<IServiceProvider>(async scope =>
    {
        await scope.GetRequiredService<ISettings>().Set(seller, Ct);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync(Ct);
    });
}
