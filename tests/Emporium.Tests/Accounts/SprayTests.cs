using System.Net;
using Emporium.Accounts.SigningIn;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

/// <summary>Many accounts, one password: slowed for strangers, never for those who were here before.</summary>
public sealed class SprayTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task One_address_tries_so_many_accounts_and_no_more(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (known, email, unused) = (store.Visitor(), await store.NewOwner(), await store.NewOwner());
        await known.SignIn(email);
        var sprayer = store.Visitor();

        for (var account = 0; account < Crowd.PerAddress; account++) await sprayer.SignIn($"person-{account}@example.com", "Summer of 2026, again");
        var right = await sprayer.SignIn(unused);
        var owner = await known.SignIn(email);
        store.Clock.Advance(TimeSpan.FromMinutes(15));
        var later = await store.Visitor().SignIn(unused);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found, HttpStatusCode.Found), (right.StatusCode, owner.StatusCode, later.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Many_addresses_share_one_allowance(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);

        var allowed = 0;
        for (var attempt = 0; attempt < Crowd.InAll + 5; attempt++)
            allowed += await store.Do<Crowd, bool>(crowd => crowd.Count(new Caller("", $"198.51.{attempt / 200}.{attempt % 200}"), default)) ? 1 : 0;

        Assert.Equal(Crowd.InAll, allowed);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task People_who_know_their_password_use_nothing_up(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = await store.NewOwner();

        for (var person = 0; person <= Crowd.PerAddress; person++) Assert.Equal(HttpStatusCode.Found, (await store.Visitor().SignIn(email)).StatusCode);
    }

    [Fact]
    public void An_IPv6_subscriber_is_one_address()
    {
        Assert.Equal(new Caller("", "2001:db8:1:2::1").Neighborhood, new Caller("", "2001:db8:1:2:ffff::9").Neighborhood);
        Assert.NotEqual(new Caller("", "2001:db8:1:2::1").Neighborhood, new Caller("", "2001:db8:1:3::1").Neighborhood);
        Assert.Equal("198.51.100.7", new Caller("", "198.51.100.7").Neighborhood);
    }
}
