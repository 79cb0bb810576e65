using System.Net;
using Emporium.Accounts.SecondFactors;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Accounts;

public sealed class SecondStepTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Desk = "/admin/events";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task With_an_app_the_password_alone_opens_nothing_and_its_code_opens_the_desk(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, phone) = await OwnerWithPhone(store);
        var visitor = store.Visitor();

        await visitor.SignIn(email);
        var half = await visitor.GetAsync(Desk);
        var answer = await visitor.Submit(DeskVisitor.SecondStep, DeskVisitor.SecondStep, ("code", phone.NextCode()));
        var desk = await visitor.GetAsync(Desk);

        Assert.Equal(HttpStatusCode.Found, half.StatusCode);
        Assert.Equal("/admin", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_code_works_once(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, phone) = await OwnerWithPhone(store);
        var code = phone.NextCode();

        var answers = await Task.WhenAll(store.Visitor().SignIn(email, DeskVisitor.Password, () => code), store.Visitor().SignIn(email, DeskVisitor.Password, () => code));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_recovery_code_opens_once_however_it_is_typed(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, phone) = await OwnerWithPhone(store);
        var typed = phone.Recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal);

        var first = await store.Visitor().SignIn(email, DeskVisitor.Password, () => typed);
        var again = await store.Visitor().SignIn(email, DeskVisitor.Password, () => phone.Recovery[3]);
        var another = await store.Visitor().SignIn(email, DeskVisitor.Password, () => phone.Recovery[4]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (first.StatusCode, again.StatusCode, another.StatusCode));
        Assert.Equal(RecoveryCodes.Count, phone.Recovery.Distinct().Count());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task New_recovery_codes_replace_those_before(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, phone, owner) = await OwnerAtTheDesk(store);

        await owner.Submit("/admin/settings/me", "/admin/settings/me/recovery-codes");
        var old = await store.Visitor().SignIn(email, DeskVisitor.Password, () => phone.Recovery[0]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Ten_wrong_codes_are_enough_and_a_known_browser_goes_on(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (email, phone, owner) = await OwnerAtTheDesk(store);
        var stranger = store.Visitor();
        await stranger.SignIn(email);

        for (var attempt = 0; attempt < 10; attempt++) await stranger.Submit(DeskVisitor.SecondStep, DeskVisitor.SecondStep, ("code", "000000"));
        var right = await stranger.Submit(DeskVisitor.SecondStep, DeskVisitor.SecondStep, ("code", phone.NextCode()));
        var known = await owner.SignIn(email, DeskVisitor.Password, phone.NextCode);
        store.Clock.Advance(TimeSpan.FromMinutes(15));
        var later = await stranger.SignIn(email, DeskVisitor.Password, phone.NextCode);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (right.StatusCode, known.StatusCode, later.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Halfway_lasts_ten_minutes_and_belongs_to_the_browser(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, phone) = await OwnerWithPhone(store);
        var (slow, other) = (store.Visitor(), store.Visitor());
        await slow.SignIn(email);
        await other.GetAsync("/admin/sign-in");

        var elsewhere = await other.Submit("/admin/sign-in", DeskVisitor.SecondStep, ("code", phone.NextCode()));
        store.Clock.Advance(TimeSpan.FromMinutes(10));
        var late = await slow.Submit("/admin/sign-in", DeskVisitor.SecondStep, ("code", phone.Code));

        Assert.Equal("/admin/sign-in", elsewhere.Headers.Location?.OriginalString);
        Assert.Equal("/admin/sign-in", late.Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_database_holds_neither_the_apps_secret_nor_a_recovery_code(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (_, phone) = await OwnerWithPhone(store);

        await store.Do<StoreDb>(async db =>
        {
            var app = await db.Set<Authenticator>().SingleAsync();
            var hashes = await db.Set<RecoveryCode>().Select(c => c.Hash).ToListAsync();

            Assert.True(app.Secret.Length > Totp.SecretLength);
            Assert.All(hashes, hash => Assert.DoesNotContain(phone.Recovery, code => hash.Contains(code, StringComparison.Ordinal)));
        });
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_wrong_code_at_the_setup_changes_nothing_and_keeps_the_scanned_key(TestDatabase database)
    {
        var store = await stores.On(database);
        var (visitor, email) = (store.Visitor(), await store.NewOwner());
        await visitor.SignIn(email);

        var refused = await visitor.Submit("/admin/settings/me/authenticator", "/admin/settings/me/authenticator", ("setup", "made up"), ("code", "123456"));
        var again = await store.Visitor().SignIn(email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("/admin", again.Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Where_the_owner_demands_it_nobody_works_without_a_second_factor(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var visitor = await store.Owner();
        await visitor.Submit("/admin/settings/sign-in", "/admin/settings/sign-in", ("second", "true"));

        var page = await visitor.GetAsync(Desk);
        visitor.DefaultRequestHeaders.Accept.Clear();
        var program = await visitor.PostAsync("/api/v1/orders/ord_00000000000000000000000000/refunds", null);
        visitor.DefaultRequestHeaders.Add("Accept", "text/html");
        await Phone.SetUp(store, visitor);
        var after = await visitor.GetAsync(Desk);

        Assert.Equal("/admin/settings/me?required=true", page.Headers.Location?.OriginalString);
        Assert.Contains("second_factor.required", await program.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static async Task<(string Email, Phone Phone)> OwnerWithPhone(TestStore store) => await OwnerAtTheDesk(store) is var (email, phone, _) ? (email, phone) : default;

    private static async Task<(string Email, Phone Phone, HttpClient Owner)> OwnerAtTheDesk(TestStore store)
    {
        var (visitor, email) = (store.Visitor(), await store.NewOwner());
        await visitor.SignIn(email);
        return (email, await Phone.SetUp(store, visitor), visitor);
    }
}
