using System.Net;
using Emporium.Accounts.Contracts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

public sealed class OwnerLinkTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_link_makes_the_owner_signs_them_in_and_opens_nothing_afterwards(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (path, visitor) = (await Link(store), store.Visitor());

        var made = await Accept(visitor, path);
        var desk = await visitor.GetAsync("/admin/events");
        var again = await store.Visitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.Equal("/admin", made.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Null(await store.Do<IOwners, string?>(owners => owners.LinkForFirstOwner(default)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_link_expires_after_seven_days(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var path = await Link(store);

        store.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(HttpStatusCode.Gone, (await store.Visitor().GetAsync(path)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_new_link_replaces_the_one_before(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (old, current) = (await Link(store), await Link(store));

        Assert.Equal(HttpStatusCode.NotFound, (await store.Visitor().GetAsync(old)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await store.Visitor().GetAsync(current)).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_link_that_was_open_in_two_browsers_makes_one_owner(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var path = await Link(store);

        var answers = await Task.WhenAll(Accept(store.Visitor(), path, "ida@example.com"), Accept(store.Visitor(), path, "max@example.com"));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Gone], answers.Select(a => a.StatusCode).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_wrong_with_the_form_is_said_beside_the_field_and_the_link_stays(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (path, visitor) = (await Link(store), store.Visitor());

        var refused = await Accept(visitor, path, password: "password1234");
        var html = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var made = await Accept(visitor, path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("id=\"field-password-error\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"ida@example.com\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("password1234", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
    }

    private static async Task<string> Link(TestStore store) => new Uri((await store.Do<IOwners, string?>(owners => owners.LinkForFirstOwner(default)))!).AbsolutePath;

    private static Task<HttpResponseMessage> Accept(HttpClient visitor, string path, string email = "ida@example.com", string password = DeskVisitor.Password) =>
        visitor.Submit(path, path, ("email", email), ("name", "Ida Halbert"), ("password", password), ("again", password));
}
