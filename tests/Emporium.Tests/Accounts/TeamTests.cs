using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emporium.Accounts.ApiKeys;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts;

/// <summary>People who join the team, change and leave.</summary>
public sealed partial class TeamTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Team = "/admin/settings/team";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_invitation_lets_one_person_in_with_its_role_and_once(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var email = Address();

        await Invite(owner, email, "support");
        var (link, visitor) = (await Link(store, email), store.Visitor());
        var joined = await Join(visitor, link);

        Assert.Equal("/admin", joined.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/orders", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/admin/products", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visitor().GetAsync(link, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await store.Visitor().SignIn(email)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Sent_again_the_first_link_is_dead_and_withdrawn_both_are(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var email = Address();
        await Invite(owner, email, "finance");
        var (first, id) = (await Link(store, email), await InvitationOf(owner, email));

        await owner.Submit(Team, $"{Team}/invitations/{id}/send");
        var second = await Link(store, email);
        var before = ((await store.Visitor().GetAsync(first, Ct)).StatusCode, (await store.Visitor().GetAsync(second, Ct)).StatusCode);
        await owner.Submit(Team, $"{Team}/invitations/{id}/withdraw");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), before);
        Assert.Equal(HttpStatusCode.NotFound, (await store.Visitor().GetAsync(second, Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_invitation_expires_after_seven_days(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        using var owner = await store.Owner();
        var email = Address();
        await Invite(owner, email, "support");
        var link = await Link(store, email);

        store.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(HttpStatusCode.Gone, (await store.Visitor().GetAsync(link, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_was_open_in_two_browsers_makes_one_member()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        var email = Address();
        await Invite(owner, email, "support");
        var link = await Link(store, email);

        var answers = await Task.WhenAll(Join(store.Visitor(), link), Join(store.Visitor(), link));

        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Found);
        Assert.Equal(1, await store.Do<StoreDb, int>(db => db.Set<StaffMember>().CountAsync(m => m.Email == email)));
    }

    [Fact]
    public async Task Who_repairs_the_mail_cannot_read_the_link_and_the_owner_can()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        using var owner = await store.Owner();
        using var developer = await store.Member("developer");
        var email = Address();
        await Invite(owner, email, "manager");
        var id = await store.Do<StoreDb, MailId>(db => db.Set<StoredMail>().Where(m => m.Kind == "staff.invitation").OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync());

        Assert.DoesNotContain("/admin/join/", await developer.GetStringAsync($"/admin/mails/{id}", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/join/", await developer.GetStringAsync($"/admin/mails/{id}/letter", Ct), StringComparison.Ordinal);
        Assert.Contains("/admin/join/", await owner.GetStringAsync($"/admin/mails/{id}/letter", Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_last_owner_stays_and_stays_owner(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = await store.NewOwner();
        using var owner = store.Visitor();
        await owner.SignIn(email);
        var page = $"{Team}/{await IdOf(store, email)}";

        var demoted = await owner.Submit(page, $"{page}/role", ("role", "manager"));
        var suspended = await owner.Submit(page, $"{page}/status");
        var left = await owner.Submit(page, $"{page}/remove", ("email", email));

        Assert.All([demoted, suspended, left], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Contains("Make somebody else one first", await left.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Two_owners_who_demote_each_other_at_once_leave_one(TestDatabase database)
    {
        for (var round = 0; round < 3; round++)
        {
            await using var store = await TestStore.Open(database);
            var (ida, max) = (await store.NewOwner(), await store.NewOwner());
            var (first, second) = (store.Visitor(), store.Visitor());
            await first.SignIn(ida);
            await second.SignIn(max);
            var (pageOfIda, pageOfMax) = ($"{Team}/{await IdOf(store, ida)}", $"{Team}/{await IdOf(store, max)}");

            await Task.WhenAll(first.Submit(pageOfMax, $"{pageOfMax}/role", ("role", "manager")), second.Submit(pageOfIda, $"{pageOfIda}/role", ("role", "manager")));

            Assert.Equal(1, await store.Do<StoreDb, int>(db => db.Set<StaffMember>().CountAsync(m => m.Role == StaffRole.Owner)));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Transferred_the_store_has_one_owner_and_another(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (owner, manager) = (await store.NewOwner(), await store.NewMember("manager"));
        using var visitor = store.Visitor();
        await visitor.SignIn(owner);
        var page = $"{Team}/{await IdOf(store, manager)}";

        var wrong = await visitor.Submit(page, $"{page}/transfer", ("email", "somebody@example.com"));
        await visitor.Submit(page, $"{page}/transfer", ("email", manager));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal((StaffRole.Manager, StaffRole.Owner), (await RoleOf(store, owner), await RoleOf(store, manager)));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Team, Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Suspended_a_member_is_out_with_their_keys_and_comes_back_without_them(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, visitor) = (await store.NewMember("developer"), store.Visitor());
        await visitor.SignIn(email);
        using var program = store.Api().With(await store.NewKey(email, "api_keys.manage"));
        using var owner = await store.Owner();
        var page = $"{Team}/{await IdOf(store, email)}";

        await owner.Submit(page, $"{page}/status");
        var meanwhile = ((await visitor.GetAsync("/admin/events", Ct)).StatusCode, (await program.GetAsync("/api/v1/api-keys", Ct)).StatusCode);
        await owner.Submit(page, $"{page}/status", ("back", "true"));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Unauthorized), meanwhile);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/admin/events", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await store.Visitor().SignIn(email)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/api-keys", Ct)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Removed_a_member_is_gone_and_their_keys_are_known_as_revoked(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, visitor) = (await store.NewMember("developer"), store.Visitor());
        await visitor.SignIn(email);
        using var program = store.Api().With(await store.NewKey(email, "api_keys.manage"));
        using var owner = await store.Owner();
        var page = $"{Team}/{await IdOf(store, email)}";

        await owner.Submit(page, $"{page}/remove", ("email", email));

        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/admin/events", Ct)).StatusCode);
        Assert.Equal("api_key.revoked", await Code(await program.GetAsync("/api/v1/api-keys", Ct)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await store.Visitor().SignIn(email)).StatusCode);
        Assert.True(await store.Do<StoreDb, bool>(db => db.Set<ApiKey>().AnyAsync(k => k.MakerId == null && k.RevokedAt != null)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Who_looks_after_the_team_gives_no_more_than_they_hold_and_touches_nobody_above(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var role = await MakeRole(owner, $"People {Guid.NewGuid():N}", "team.manage", "orders.read");
        using var visitor = await store.Member(role);
        var boss = await IdOf(store, await store.NewOwner());

        var asOwner = await visitor.Submit(Team, $"{Team}/invitations", ("email", Address()), ("role", "owner"));
        var asManager = await visitor.Submit(Team, $"{Team}/invitations", ("email", Address()), ("role", "manager"));
        var asEqual = await visitor.Submit(Team, $"{Team}/invitations", ("email", Address()), ("role", role));
        var above = await visitor.Submit(Team, $"{Team}/{boss}/role", ("role", role));
        var wider = await visitor.Submit(Team, $"/admin/settings/roles/{role}", ("name", "People"), ("permissions", "team.manage"), ("permissions", "orders.refund"));

        Assert.All([asOwner, asManager, above, wider], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(HttpStatusCode.SeeOther, asEqual.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_role_of_the_stores_own_opens_what_it_says_and_is_deleted_once_nobody_holds_it(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var name = $"Accountant {Guid.NewGuid():N}";
        var role = await MakeRole(owner, name, "ledger.read");
        var (email, visitor) = (await store.NewMember(role), store.Visitor());
        await visitor.SignIn(email);
        var page = $"/admin/settings/roles/{role}";

        var before = (await visitor.GetAsync("/admin/ledger", Ct)).StatusCode;
        await owner.Submit(page, page, ("name", name), ("permissions", "tax.edit"));
        var after = ((await visitor.GetAsync("/admin/ledger", Ct)).StatusCode, (await visitor.GetAsync("/admin/taxes", Ct)).StatusCode);
        var held = await owner.Submit(page, $"{page}/delete");
        var member = $"{Team}/{await IdOf(store, email)}";
        await owner.Submit(member, $"{member}/remove", ("email", email));

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), after);
        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Submit("/admin/settings/roles/new", $"{page}/delete")).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_program_lists_the_team_and_invites(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var role = await MakeRole(owner, $"Hiring {Guid.NewGuid():N}", "team.manage");
        using var program = store.Api().With(await store.NewKey(await store.NewMember(role), "team.manage"));
        var email = Address();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/team/invitations") { Content = JsonContent.Create(new { email, role }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var made = await program.SendAsync(request, Ct);
        var list = await program.GetFromJsonAsync<JsonElement>("/api/v1/team/invitations", Ct);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        var withdrawn = await program.DeleteAsync($"/api/v1/team/invitations/{id}", Ct);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Contains(list.GetProperty("items").EnumerateArray(), i => i.GetProperty("email").GetString() == email);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Contains("\"manager\"", await program.GetStringAsync("/api/v1/roles", Ct), StringComparison.Ordinal);
        Assert.Contains("\"items\"", await program.GetStringAsync("/api/v1/team", Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_program_gives_a_member_another_role_suspends_and_removes_them_as_far_as_its_maker_may(TestDatabase database)
    {
        var store = await stores.On(database);
        using var owner = await store.Owner();
        var role = await MakeRole(owner, $"Lead {Guid.NewGuid():N}", "team.manage");
        using var program = store.Api().With(await store.NewKey(await store.NewMember(role), "team.manage"));
        var (email, manager) = (await store.NewMember(null), await IdOf(store, await store.NewMember("manager")));
        var member = $"/api/v1/team/{await IdOf(store, email)}";

        var given = await (await program.PutAsJsonAsync($"{member}/role", new { role }, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        var suspended = await (await program.PutAsJsonAsync($"{member}/status", new { status = "suspended" }, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);

        foreach (var body in new object[] { new { }, new { state = "active" } })
            Assert.InRange((int)(await program.PutAsJsonAsync($"{member}/status", body, Ct)).StatusCode, 400, 422);
        Assert.Contains("\"suspended\"", await program.GetStringAsync("/api/v1/team", Ct), StringComparison.Ordinal);
        Assert.Equal((role, "suspended"), (given.GetProperty("role").GetString(), suspended.GetProperty("status").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await program.PutAsJsonAsync($"{member}/status", new { status = "active" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync($"{member}/removal", new { email = "somebody@example.com" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsJsonAsync($"{member}/removal", new { email }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PutAsJsonAsync($"{member}/role", new { role }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PutAsJsonAsync($"/api/v1/team/{manager}/role", new { role }, Ct)).StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Address() => $"new-{Guid.NewGuid():N}@example.com";

    private static async Task Invite(HttpClient owner, string email, string role) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Submit(Team, $"{Team}/invitations", ("email", email), ("role", role))).StatusCode);

    private static Task<HttpResponseMessage> Join(HttpClient visitor, string link) =>
        visitor.Submit(link, link, ("name", "Max Lund"), ("password", DeskVisitor.Password), ("again", DeskVisitor.Password));

    /// <summary>Reads the newest letter to the address, as its reader would.</summary>
    private static Task<string> Link(TestStore store, string email) => store.Do<IServiceProvider, string>(async scope =>
    {
        var mails = scope.GetRequiredService<IMailDesk>();
        foreach (var mail in (await mails.Latest()).Where(m => m.Kind == "staff.invitation"))
        {
            if (await mails.Open(mail.Id, CancellationToken.None) is { } letter && letter.To == email) return JoinLink().Match(letter.Text).Value;
        }
        throw new InvalidOperationException($"No letter went to {email}.");
    });

    private static async Task<string> InvitationOf(HttpClient owner, string email)
    {
        var page = await owner.GetStringAsync(Team, Ct);
        return InvitationId().Match(page, page.IndexOf(email, StringComparison.Ordinal)).Value;
    }

    private static async Task<string> MakeRole(HttpClient owner, string name, params string[] permissions)
    {
        var made = await owner.Submit("/admin/settings/roles/new", "/admin/settings/roles", [("name", name), .. permissions.Select(p => ("permissions", p))]);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var page = await owner.GetStringAsync("/admin/settings/roles", Ct);
        return RoleLink().Matches(page[..page.IndexOf($">{name}<", StringComparison.Ordinal)])[^1].Value;
    }

    private static Task<string> IdOf(TestStore store, string email) => store.Do<StoreDb, string>(async db => (await db.Set<StaffMember>().SingleAsync(m => m.Email == email)).Id.ToString());

    private static Task<StaffRole> RoleOf(TestStore store, string email) => store.Do<StoreDb, StaffRole>(async db => (await db.Set<StaffMember>().AsNoTracking().SingleAsync(m => m.Email == email)).Role);

    private static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString();

    [GeneratedRegex("/admin/join/[^\\s\"]+")]
    private static partial Regex JoinLink();

    [GeneratedRegex("inv_[0-9a-z]+")]
    private static partial Regex InvitationId();

    [GeneratedRegex("rol_[0-9a-z]+")]
    private static partial Regex RoleLink();
}
