using Emporium.Accounts;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts;

public sealed class CustomersTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_address_is_one_customer_however_it_is_written(TestDatabase database)
    {
        var store = await stores.On(database);

        var id = await Ensure(store, "Zoë@Example.com", null);
        var again = await Ensure(store, "  ZOE\u0308@example.COM ", "Zoë");
        var known = await store.Do<ICustomers, Customer?>(c => c.FindByEmail("zoë@example.com", default));

        Assert.Equal(id, again);
        Assert.Equal(new Customer(id, "ZOË@example.COM", "Zoë"), known);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_stranger_cannot_rename_a_customer(TestDatabase database)
    {
        var store = await stores.On(database);

        var id = await Ensure(store, "named@example.com", "Ida");
        await Ensure(store, "named@example.com", "Somebody else");

        Assert.Equal("Ida", (await store.Do<ICustomers, Customer?>(c => c.Find(id, default)))?.Name);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_racing_checkouts_one_adds_the_customer_and_the_other_finds_it(TestDatabase database)
    {
        var store = await stores.On(database);
        await using var one = store.Services.CreateAsyncScope();
        await using var other = store.Services.CreateAsyncScope();

        var winner = await one.ServiceProvider.GetRequiredService<ICustomers>().Ensure("race@example.com", null, default);
        await other.ServiceProvider.GetRequiredService<ICustomers>().Ensure("RACE@example.com", null, default);
        await one.ServiceProvider.GetRequiredService<StoreDb>().SaveChangesAsync();
        var lost = await Assert.ThrowsAsync<DbUpdateException>(() => other.ServiceProvider.GetRequiredService<StoreDb>().SaveChangesAsync());

        Assert.True(DbErrors.IsLostRace(lost));
        Assert.Equal(winner, await Ensure(store, "RACE@example.com", null));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_erased_customer_is_not_found_and_the_address_is_free(TestDatabase database)
    {
        var store = await stores.On(database);
        var id = await Ensure(store, "gone@example.com", "Gone");

        var exported = await store.Do<IServiceProvider, object?>(scope => Personal(scope).Export("GONE@example.com", default));
        await store.Do<IServiceProvider>(async scope =>
        {
            await Personal(scope).Erase("GONE@example.com", default);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });

        Assert.NotNull(exported);
        Assert.Null(await store.Do<ICustomers, Customer?>(c => c.Find(id, default)));
        Assert.Null(await store.Do<ICustomers, Customer?>(c => c.FindByEmail("gone@example.com", default)));
        Assert.Null(await store.Do<IServiceProvider, object?>(scope => Personal(scope).Export("gone@example.com", default)));
        Assert.NotEqual(id, await Ensure(store, "gone@example.com", null));
    }

    [Theory]
    [InlineData("a@b.co")]
    [InlineData("first.last+tag@sub.example.com")]
    [InlineData("o'brien@example.ie")]
    [InlineData("root@localhost")]
    [InlineData("почта@пример.рф")]
    public void What_may_be_an_address_is_taken(string text) => Assert.True(EmailAddress.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.com")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b@c.de")]
    [InlineData("a b@c.de")]
    [InlineData("a@b..de")]
    [InlineData("a@.de")]
    [InlineData("a@b.de\r\nBcc: c@d.ef")]
    [InlineData("a\u0000@b.de")]
    [InlineData("a\ud800@b.de")]
    [InlineData("Ida <ida@example.com>")]
    public void What_can_be_no_address_is_not(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_has_at_most_254_characters()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 248) + "@b.com", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 249) + "@b.com", out _));
    }

    private static Task<CustomerId> Ensure(TestStore store, string email, string? name) => store.Do<IServiceProvider, CustomerId>(async scope =>
    {
        var id = await scope.GetRequiredService<ICustomers>().Ensure(email, name, default);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        return id;
    });

    private static IPersonalData Personal(IServiceProvider scope) => scope.GetServices<IPersonalData>().Single(p => p.Module == "Accounts");
}
