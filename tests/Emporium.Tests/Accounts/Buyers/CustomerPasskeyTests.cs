using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Erasing;
using Emporium.Accounts.Passkeys;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Accounts.Buyers;

public sealed partial class CustomerPasskeyTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Page = "/account/sessions";
    private const string Forms = "/account/passkeys";
    private const string Door = "/account/sign-in";
    private const string Desk = "/admin/sign-in";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_passkey_lets_in_without_a_letter_and_a_letter_tells_of_it(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, email, buyer) = await BuyerWithPasskey(store);
        var before = await buyer.GetAsync(Page).Text();

        var visitor = store.Visitor();
        var answer = await visitor.UsePasskey(passkey, Door, page: $"{Door}?returnUrl=%2Faccount%2Fdata", target: $"{Door}/passkey?returnUrl=%2Faccount%2Fdata");

        Assert.Equal((HttpStatusCode.SeeOther, "/account/data"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains(email, await visitor.GetAsync("/account").Text(), StringComparison.Ordinal);
        Assert.Contains("Laptop", before, StringComparison.Ordinal);
        Assert.Contains("not used yet", before, StringComparison.Ordinal);
        Assert.DoesNotContain("not used yet", await buyer.GetAsync(Page).Text(), StringComparison.Ordinal);
        var letter = Assert.Single(await store.Letters(email, "account.passkey_added"));
        Assert.Contains(Page, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Laptop", letter.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_way_back_leads_only_into_the_store(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await BuyerWithPasskey(store);

        foreach (var asked in new[] { "https://evil.example", "//evil.example", "/\\evil.example" })
        {
            var answer = await store.Visitor().UsePasskey(passkey, Door, target: $"{Door}/passkey?returnUrl={Uri.EscapeDataString(asked)}");

            Assert.Equal((HttpStatusCode.SeeOther, "/account"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_answer_is_good_once_and_in_its_own_browser(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await BuyerWithPasskey(store, new SoftPasskey(store.Url) { Counts = false, Count = 0 });
        var (visitor, thief) = (store.Visitor(), store.Visitor());
        var token = DeskVisitor.TokenOf(await visitor.GetStringAsync(Door));
        var options = await visitor.AskForPasskey(token, Door);
        var answer = passkey.Use(await options.Content.ReadAsStringAsync());

        var elsewhere = await thief.SendPasskey(DeskVisitor.TokenOf(await thief.GetStringAsync(Door)), answer, $"{Door}/passkey");
        var first = await visitor.SendPasskey(token, answer, $"{Door}/passkey");
        var again = await visitor.SendPasskey(token, answer, $"{Door}/passkey");
        var replayed = await store.ReplayPasskey(options, answer, Door);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (elsewhere.StatusCode, first.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (again.StatusCode, replayed.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_question_is_over_after_five_minutes(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (passkey, _, _) = await BuyerWithPasskey(store);
        var visitor = store.Visitor();
        var token = DeskVisitor.TokenOf(await visitor.GetStringAsync(Door));
        var answer = passkey.Use(await (await visitor.AskForPasskey(token, Door)).Content.ReadAsStringAsync());

        store.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visitor.SendPasskey(token, answer, $"{Door}/passkey").Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_false_page_a_copied_key_and_a_stranger_at_the_device_get_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, _, _) = await BuyerWithPasskey(store);

        passkey.Origin = "https://emporium.example";
        var fished = await store.Visitor().UsePasskey(passkey, Door).Status();
        (passkey.Origin, passkey.Verifies) = (store.Url, false);
        var unverified = await store.Visitor().UsePasskey(passkey, Door).Status();
        (passkey.Verifies, passkey.Count) = (true, 7);
        var right = await store.Visitor().UsePasskey(passkey, Door).Status();
        passkey.Count = 3;
        var copied = await store.Visitor().UsePasskey(passkey, Door).Status();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (fished, unverified));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (right, copied));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_learns_from_question_or_answer_who_buys_here(TestDatabase database)
    {
        var store = await stores.On(database);
        var (known, _, buyer) = await BuyerWithPasskey(store);
        await buyer.Submit(Page, $"{Forms}/{await Id(buyer)}/remove");
        using var unknown = new SoftPasskey(store.Url);
        unknown.Make("""{"user":{"id":"Y3VzXzA"},"challenge":"","rp":{"id":"127.0.0.1"}}""");
        var asker = store.Visitor();
        var question = JsonNode.Parse(await (await asker.AskForPasskey(DeskVisitor.TokenOf(await asker.GetStringAsync(Door)), Door)).Content.ReadAsStringAsync())!;

        var (removed, never) = (await store.Visitor().UsePasskey(known, Door), await store.Visitor().UsePasskey(unknown, Door));

        Assert.Empty(question["allowCredentials"]?.AsArray() ?? []);
        Assert.Equal("required", (string)question["userVerification"]!);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (removed.StatusCode, never.StatusCode));
        Assert.Equal(Words(await removed.Content.ReadAsStringAsync()), Words(await never.Content.ReadAsStringAsync()));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_passkey_is_renamed_and_removed_and_opens_nothing_afterwards(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, email, buyer) = await BuyerWithPasskey(store);
        var id = await Id(buyer);

        await buyer.Submit(Page, $"{Forms}/{id}/name", ("name", "The <b>blue</b> key"));
        var renamed = await buyer.GetStringAsync(Page);
        var removal = await buyer.Submit(Page, $"{Forms}/{id}/remove");
        var used = await store.Visitor().UsePasskey(passkey, Door).Status();

        Assert.Contains("The &lt;b&gt;blue&lt;/b&gt; key", renamed, StringComparison.Ordinal);
        Assert.Equal($"{Page}?done=removed", removal.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, used);
        Assert.Single(await store.Letters(email, "account.passkey_removed"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_renames_or_removes_the_passkey_of_another(TestDatabase database)
    {
        var store = await stores.On(database);
        var (mine, _, me) = await BuyerWithPasskey(store);
        var (_, _, other) = await BuyerWithPasskey(store);
        var id = await Id(me);

        var renamed = await other.Submit(Page, $"{Forms}/{id}/name", ("name", "Yours")).Status();
        var removed = await other.Submit(Page, $"{Forms}/{id}/remove").Status();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (renamed, removed));
        Assert.DoesNotContain("Yours", await me.GetAsync(Page).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await store.Visitor().UsePasskey(mine, Door).Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_old_session_makes_no_passkey_until_its_holder_signs_in_again(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (passkey, email, buyer) = await BuyerWithPasskey(store);
        using var second = new SoftPasskey(store.Url);
        var earlier = await buyer.Submit(Page, $"{Forms}/options");

        store.Clock.Advance(TimeSpan.FromMinutes(16));
        var page = await buyer.GetAsync(Page).Text();
        var asked = await buyer.Submit(Page, $"{Forms}/options").Status();
        var sent = await buyer.Submit(Page, Forms, ("credential", second.Make(await earlier.Content.ReadAsStringAsync()))).Status();
        var again = await buyer.UsePasskey(passkey, Door, target: $"{Door}/passkey?returnUrl={Page}");
        var made = await buyer.MakePasskey(second, Page, Forms);

        Assert.Contains("Sign in again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("passkey-make", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (asked, sent));
        Assert.Equal((Page, $"{Page}?done=added"), (again.Headers.Location?.OriginalString, made.Headers.Location?.OriginalString));
        Assert.Single(Here().Matches(await buyer.GetAsync(Page).Text()));
        Assert.DoesNotContain("Sign out everywhere else", await buyer.GetAsync(Page).Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await store.Letters(email, "account.passkey_added")).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_customers_passkey_does_not_open_the_desk_and_one_of_the_staff_no_account(TestDatabase database)
    {
        var store = await stores.On(database);
        var (customers, _, buyer) = await BuyerWithPasskey(store);
        var owner = await store.Owner();
        using var staffs = new SoftPasskey(store.Url);
        await owner.MakePasskey(staffs, "/admin/settings/me", "/admin/settings/me/passkeys");

        var taken = await buyer.MakePasskey(staffs, Page, Forms);
        var (atDesk, atAccount) = (await store.Visitor().UsePasskey(customers, Desk).Status(), await store.Visitor().UsePasskey(staffs, Door).Status());
        await owner.MakePasskey(staffs, "/admin/settings/me", "/admin/settings/me/passkeys");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("The passkey was not accepted", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (atDesk, atAccount));
        Assert.Equal(HttpStatusCode.SeeOther, await store.Visitor().UsePasskey(staffs, Desk).Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_was_erased_has_no_passkey_and_does_not_come_in(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (passkey, email, buyer) = await BuyerWithPasskey(store);
        var id = (await store.Do<ICustomers, Customer?>(c => c.FindByEmail(email, default)))!.Id;
        var left = await store.Do<StoreDb, Passkey>(db => db.Set<Passkey>().AsNoTracking().SingleAsync());
        await buyer.Submit("/account/data", "/account/erasure", ("word", "delete"));
        await buyer.Follow(store.Link(await store.Letter(email, "account.erase")));

        store.Clock.Advance(ScheduleErasure.Grace);
        await store.Do<EraseDue>(job => job.Run(default));
        var kept = await store.Do<StoreDb, int>(db => db.Set<Passkey>().CountAsync());

        // One that came in at the same moment opens nothing either.
        await store.Do<StoreDb>(async db => { db.Add(left); await db.SaveChangesAsync(); });

        Assert.Equal((id.ToString(), 0), (left.Holder, kept));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await store.Visitor().UsePasskey(passkey, Door).Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Their_copy_of_the_data_names_the_passkeys(TestDatabase database)
    {
        var store = await stores.On(database);
        var (_, email, _) = await BuyerWithPasskey(store);

        var known = await store.Do<IEnumerable<IPersonalData>, object?>(modules => modules.Single(m => m.Module == "Accounts").Export(email, default));

        Assert.Contains("Laptop", System.Text.Json.JsonSerializer.Serialize(known), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_the_store_moves_to_another_address_loses_the_passkeys_of_before(TestDatabase database)
    {
        var store = await stores.On(database);
        var (passkey, email, _) = await BuyerWithPasskey(store);
        var id = (await store.Do<ICustomers, Customer?>(c => c.FindByEmail(email, default)))!.Id;
        var (owner, now) = (await store.Owner(), CustomerVisitor.NewEmail("moved"));

        await owner.Submit($"/admin/customers/{id}", $"/admin/customers/{id}/email", ("email", now));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await store.Visitor().UsePasskey(passkey, Door).Status());
        Assert.Single(await store.Letters(now, "account.passkey_removed"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_account_holds_twenty_passkeys(TestDatabase database)
    {
        var store = await stores.On(database);
        var (_, _, buyer) = await BuyerWithPasskey(store);
        for (var nth = 2; nth <= PasskeyRack.Most; nth++)
        {
            using var another = new SoftPasskey(store.Url);
            Assert.Equal(HttpStatusCode.SeeOther, await buyer.MakePasskey(another, Page, Forms).Status());
        }
        using var last = new SoftPasskey(store.Url);

        Assert.Equal(HttpStatusCode.Conflict, await buyer.MakePasskey(last, Page, Forms).Status());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await store.Visitor().UsePasskey(last, Door).Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Only_who_is_signed_in_makes_one_and_no_other_site_asks(TestDatabase database)
    {
        var store = await stores.On(database);
        var email = CustomerVisitor.NewEmail();
        await store.Customer(email);
        var (stranger, buyer) = (store.Visitor(), await store.SignedIn(email));

        foreach (var form in new[] { $"{Forms}/options", Forms, $"{Forms}/abc/name", $"{Forms}/abc/remove" })
        {
            Assert.Equal("/account/sign-in", (await stranger.Submit(Door, form)).Headers.Location?.AbsolutePath);
            Assert.Equal(HttpStatusCode.Forbidden, await buyer.PostAsync(form, new FormUrlEncodedContent([])).Status());
        }
        foreach (var form in new[] { $"{Door}/passkey/options", $"{Door}/passkey" })
            Assert.Equal(HttpStatusCode.Forbidden, await stranger.PostAsync(form, new FormUrlEncodedContent([])).Status());
    }

    private static async Task<(SoftPasskey Passkey, string Email, HttpClient Buyer)> BuyerWithPasskey(TestStore store, SoftPasskey? with = null)
    {
        var (email, passkey) = (CustomerVisitor.NewEmail(), with ?? new SoftPasskey(store.Url));
        await store.Customer(email);
        var buyer = await store.SignedIn(email);
        Assert.Equal($"{Page}?done=added", (await buyer.MakePasskey(passkey, Page, Forms)).Headers.Location?.OriginalString);
        return (passkey, email, buyer);
    }

    private static async Task<string> Id(HttpClient buyer) => FormOf().Match(await buyer.GetStringAsync(Page)).Groups[1].Value;

    /// <summary>A page without what differs each time it is drawn.</summary>
    private static string Words(string page) => DeskVisitor.TokenOf(page) is { Length: > 0 } token ? page.Replace(token, "", StringComparison.Ordinal) : page;

    [GeneratedRegex($"action=\"{Forms}/([^/\"]+)/name\"")]
    private static partial Regex FormOf();

    [GeneratedRegex("This browser")]
    private static partial Regex Here();
}
