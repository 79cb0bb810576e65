using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emporium.Licensing.Keys;
using Emporium.Licensing.Licenses;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Tests.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Emporium.Tests.Support;

namespace Emporium.Tests.Licensing;

public sealed class LicenseTests(SmallHouses houses) : IClassFixture<SmallHouses>
{
    private SmallHouse house = null!;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Every_piece_bought_gets_a_key_of_its_own(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought(quantity: 3);

        var keys = await Keys(purchase);

        Assert.Equal(3, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key => Assert.True(LicenseKey.TryParse(key, out _)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_payment_told_twice_issues_once(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought(quantity: 2);

        await house.Tell(purchase.Paid, purchase.Order, 2);

        Assert.Equal(2, (await Keys(purchase)).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_database_holds_no_readable_key(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought();
        var key = (await Keys(purchase)).Single();

        await using var scope = house.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<License>().SingleAsync(l => l.OrderId == purchase.Order, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(key["EMP-".Length..], System.Text.Encoding.ASCII.GetString(stored.SealedKey), StringComparison.Ordinal);
        Assert.Equal(64, stored.KeyHash.Length);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_good_key_is_valid_however_it_is_typed(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought();
        var key = (await Keys(purchase)).Single();

        var answer = await Validate(key.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), purchase.Paid.Lines[0].Product.ToString());

        Assert.Equal("VALID", answer["code"]!.GetValue<string>());
        Assert.True(answer["valid"]!.GetValue<bool>());
        Assert.StartsWith("lic_", answer["license"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Each_reason_against_a_key_has_its_code(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought();
        var (key, other) = ((await Keys(purchase)).Single(), await house.File([1]));

        Assert.Equal("MALFORMED", await Code("EMP-12345"));
        Assert.Equal("UNKNOWN", await Code(LicenseKey.New().ToString()));
        Assert.Equal("WRONG_PRODUCT", await Code(key, other.Product.ToString()));
        await house.Tell(new OrderDisputed(purchase.Order), purchase.Order, 3);
        Assert.Equal("SUSPENDED", await Code(key));
        await house.Tell(new OrderDisputeClosed(purchase.Order, IsWon: true), purchase.Order, 4);
        Assert.Equal("VALID", await Code(key));
        await house.Tell(new OrderRefunded(purchase.Order, null, purchase.Paid.Total, IsFull: true), purchase.Order, 5);
        Assert.Equal("REVOKED", await Code(key));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"key\":null}")]
    [InlineData("{\"key\":5}")]
    [InlineData("{\"key\":\"EMP\",\"product\":\"ord_1\"}")]
    [InlineData("nonsense")]
    public async Task A_request_of_the_wrong_shape_is_a_bad_request(string body)
    {
        house = await houses.On(TestDatabase.Sqlite);
        var response = await house.Client().PostAsync("/api/v1/licenses/validate", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nobody_sees_the_keys_of_another_customer(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought();

        await using var scope = house.Services.CreateAsyncScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<KeyRing>().Of(purchase.Paid.Lines[0].Id, house.Played.Customer(house.Clock), TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Erasing_a_person_makes_their_keys_unreadable_but_not_invalid(TestDatabase database)
    {
        house = await houses.On(database);
        var purchase = await Bought();
        var key = (await Keys(purchase)).Single();
        var customer = (await house.Played.Find(purchase.Paid.Customer, TestContext.Current.CancellationToken))!;

        await using var scope = house.Services.CreateAsyncScope();
        foreach (var traces in scope.ServiceProvider.GetServices<Emporium.Platform.Security.IPersonalData>()) await traces.Erase(customer.Email, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<StoreDb>().SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Null((await Held(purchase)).Single().Key);
        Assert.Equal("VALID", await Code(key));
    }

    private async Task<SmallHouse.Purchase> Bought(int quantity = 1) => await house.Buy((await house.File([1, 2])).Product, issuesLicense: true, quantity: quantity);

    private async Task<List<string>> Keys(SmallHouse.Purchase purchase) => [.. (await Held(purchase)).Select(h => h.Key!)];

    private async Task<IReadOnlyList<KeyRing.Held>> Held(SmallHouse.Purchase purchase)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeyRing>().Of(purchase.Paid.Lines[0].Id, purchase.Paid.Customer, TestContext.Current.CancellationToken);
    }

    private async Task<string> Code(string key, string? product = null) => (await Validate(key, product))["code"]!.GetValue<string>();

    private async Task<JsonNode> Validate(string key, string? product = null)
    {
        var response = await house.Client().PostAsJsonAsync("/api/v1/licenses/validate", new { key, product });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
