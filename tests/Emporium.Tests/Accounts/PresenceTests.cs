using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Emporium.Accounts.Presence;
using Emporium.Accounts.SecondFactors;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts;

/// <summary>What demands a fresh proof gets it, and nothing that was sent is lost on the way.</summary>
public sealed partial class PresenceTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private const string Policy = "/admin/settings/sign-in";
    private const string Authenticator = "/admin/settings/me/authenticator";
    private const string Confirm = "/admin/confirm";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_page_leads_to_the_question_and_back_and_is_not_asked_about_again(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        var fresh = await owner.GetAsync(Authenticator);

        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));
        var asked = await owner.GetAsync(Authenticator);
        var question = asked.Headers.Location!.OriginalString;
        var answer = await owner.Submit(question, question, ("password", DeskVisitor.Password));
        var page = await owner.GetAsync(answer.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.Equal($"{Confirm}?returnUrl=%2Fadmin%2Fsettings%2Fme%2Fauthenticator", question);
        Assert.Equal(Authenticator, answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_form_waits_for_the_proof_and_is_done_by_it_whole(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var owner = await store.Owner();
        var page = await owner.GetStringAsync(Policy);
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));

        var asked = await Post(owner, Policy, ("__RequestVerificationToken", DeskVisitor.TokenOf(page)), ("second", "true"));
        var question = await asked.Content.ReadAsStringAsync();
        var wrong = await Answer(owner, question, "not the password at all");
        var still = await wrong.Content.ReadAsStringAsync();
        var before = await IsDemanded(store);
        var done = await Answer(owner, still, DeskVisitor.Password);

        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.False(before);
        Assert.Equal((HttpStatusCode.SeeOther, Policy), (done.StatusCode, done.Headers.Location?.OriginalString));
        Assert.True(await IsDemanded(store));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_waits_belongs_to_its_session_and_expires(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (owner, other) = (await store.Owner(), await store.Owner());
        var page = await owner.GetStringAsync(Policy);
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));
        var question = await (await Post(owner, Policy, ("__RequestVerificationToken", DeskVisitor.TokenOf(page)), ("second", "true"))).Content.ReadAsStringAsync();

        var thief = await other.Submit(Confirm, Confirm, ("password", DeskVisitor.Password), ("carried", Carried().Match(question).Groups[1].Value));
        store.Clock.Advance(CarriedForm.Patience);
        var late = await Answer(owner, question, DeskVisitor.Password);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (thief.StatusCode, late.StatusCode));
        Assert.False(await IsDemanded(store));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_forged_form_is_refused_before_anybody_is_asked(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));

        var answer = await Post(owner, Policy, ("second", "true"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("name=\"carried\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_file_is_not_carried_and_the_page_says_so(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));

        var answer = await owner.PostAsync(Policy, new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "a.bin" } });
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("What you sent was not taken", html, StringComparison.Ordinal);
        Assert.Equal("", Carried().Match(html).Groups[1].Value);
    }

    [Fact]
    public async Task Every_endpoint_that_demands_a_proof_asks_for_it()
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var owner = await store.Owner();
        owner.DefaultRequestHeaders.Accept.Clear();
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));
        var guarded = store.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(StepUp.IsRequiredBy).ToList();

        foreach (var endpoint in guarded)
        {
            using var request = new HttpRequestMessage(new(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET"), Hole().Replace(endpoint.RoutePattern.RawText!, "nothing"));
            Assert.Contains("presence.required", await (await owner.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains(guarded, e => e.RoutePattern.RawText is "/admin/orders/{id}/refunds");
        Assert.Contains(guarded, e => e.RoutePattern.RawText is "/api/v1/orders/{id}/refunds");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_program_that_borrows_a_session_is_told(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));

        owner.DefaultRequestHeaders.Accept.Clear();
        var answer = await owner.PostAsJsonAsync("/api/v1/orders/ord_00000000000000000000000000/refunds", new { });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("presence.required", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_code_of_the_app_is_a_proof_too_and_only_once(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();
        var phone = await Phone.SetUp(store, owner);
        store.Clock.Advance(PresenceGuard.Fresh + TimeSpan.FromSeconds(2));
        var code = phone.Code;

        var first = await owner.Submit(Confirm, Confirm, ("code", code));
        var again = await owner.Submit(Confirm, Confirm, ("code", code));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (first.StatusCode, again.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Who_guesses_ten_times_is_signed_out_and_the_owners_other_browser_is_not(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, intruder, owner) = (await store.NewOwner(), store.Visitor(), store.Visitor());
        await intruder.SignIn(email);
        await owner.SignIn(email);

        for (var attempt = 0; attempt < ProofAttempts.Most; attempt++) await intruder.Submit(Confirm, Confirm, ("password", "a guess of the day"));
        var eleventh = await intruder.Submit(Confirm, Confirm, ("password", DeskVisitor.Password));
        var gone = await intruder.GetAsync("/admin/events");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (eleventh.StatusCode, gone.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/admin/events")).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_question_leads_only_into_the_store(TestDatabase database)
    {
        var store = await stores.On(database);
        var owner = await store.Owner();

        foreach (var elsewhere in new[] { "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            var page = $"{Confirm}?returnUrl={Uri.EscapeDataString(elsewhere)}";
            Assert.Equal("/admin", (await owner.Submit(page, page, ("password", DeskVisitor.Password))).Headers.Location?.OriginalString);
            Assert.DoesNotContain(elsewhere, await owner.GetStringAsync(page), StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> Post(HttpClient visitor, string target, params (string Name, string Value)[] fields) =>
        visitor.PostAsync(target, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static Task<HttpResponseMessage> Answer(HttpClient visitor, string question, string password) => Post(
        visitor, Confirm, ("__RequestVerificationToken", DeskVisitor.TokenOf(question)), ("carried", Carried().Match(question).Groups[1].Value), ("password", password));

    private static Task<bool> IsDemanded(TestStore store) => store.Do<ISettings, bool>(async settings => (await settings.Get<SignInPolicy>(default)).TeamNeedsSecondFactor);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("name=\"carried\" value=\"([^\"]+)\"")]
    private static partial Regex Carried();
}
