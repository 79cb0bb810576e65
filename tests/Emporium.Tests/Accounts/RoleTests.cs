using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Accounts;

/// <summary>What a role opens and what it leaves shut.</summary>
public sealed class RoleTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Support_sees_orders_and_not_the_products(TestDatabase database)
    {
        using var support = await (await stores.On(database)).Member("support");

        Assert.Equal(HttpStatusCode.OK, (await Get(support, "/admin/orders")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(support, "/admin/products")).StatusCode);
        Assert.DoesNotContain("href=\"/admin/products\"", await Read(support, "/admin/orders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_stays_shut_names_the_permission_that_is_missing()
    {
        using var support = await (await stores.On(TestDatabase.Sqlite)).Member("support");
        var page = await (await Get(support, "/admin/products")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<code>catalog.edit</code>", page, StringComparison.Ordinal);
        Assert.Contains("Create and change products.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/orders\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_names_it_too()
    {
        using var support = await (await stores.On(TestDatabase.Sqlite)).Member("support");
        support.DefaultRequestHeaders.Remove("Accept");
        using var answer = await support.PostAsJsonAsync("/api/v1/admin/products", new { }, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(("permission.missing", "catalog.edit"), (problem.GetProperty("code").GetString(), problem.GetProperty("permission").GetString()));
    }

    [Fact]
    public async Task Who_may_not_see_the_front_room_of_the_desk_is_led_to_one_that_opens()
    {
        using var developer = await (await stores.On(TestDatabase.Sqlite)).Member("developer");
        var answer = await Get(developer, "/admin");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(developer, answer.Headers.Location!.OriginalString)).StatusCode);
    }

    [Fact]
    public async Task A_role_without_permissions_gets_a_page_that_says_so()
    {
        using var guest = await (await stores.On(TestDatabase.Sqlite)).Member(null);
        var answer = await Get(guest, "/admin");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("opens no page of the desk yet", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Another_role_holds_from_the_next_click(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, visitor) = (await store.NewMember("finance"), store.Visitor());
        await visitor.SignIn(email);
        var before = await Get(visitor, "/admin/ledger");

        await Change(store, email, member => member.Take(new RoleChoice(StaffRole.Support)));

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(visitor, "/admin/ledger")).StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_suspended_member_is_out_at_once_and_cannot_come_in(TestDatabase database)
    {
        var store = await stores.On(database);
        var (email, visitor) = (await store.NewMember("manager"), store.Visitor());
        await visitor.SignIn(email);

        await Change(store, email, member => member.Become(StaffStatus.Suspended));

        Assert.Equal(HttpStatusCode.Found, (await Get(visitor, "/admin/orders")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await store.Visitor().SignIn(email)).StatusCode);
    }

    private static Task Change(TestStore store, string email, Action<StaffMember> change) => store.Do<StoreDb>(async db =>
    {
        change(await db.Set<StaffMember>().SingleAsync(m => m.Email == email));
        await db.SaveChangesAsync();
    });

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

    private static Task<string> Read(HttpClient client, string path) => client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
