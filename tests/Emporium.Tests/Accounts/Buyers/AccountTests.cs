using System.Net;
using Emporium.Accounts.Contracts;
using Emporium.Sales.Contracts;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts.Buyers;

public sealed class AccountTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Orders_library_and_receipt_stand_in_the_account_of_whoever_bought(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _) = await store.Bought(await store.Product());
        var other = CustomerVisitor.NewEmail();
        await store.Customer(other);

        var (buyer, stranger) = (await store.SignedIn("ada@example.org"), await store.SignedIn(other));
        var number = (await store.Order(id)).Number;

        Assert.Contains(number, await buyer.GetAsync("/account").Text(), StringComparison.Ordinal);
        Assert.Contains(number, await buyer.GetAsync("/account/orders").Text(), StringComparison.Ordinal);
        Assert.Contains("Receipt", await buyer.GetAsync($"/account/orders/{id}").Text(), StringComparison.Ordinal);
        Assert.Contains("The work", await buyer.GetAsync("/account/library").Text(), StringComparison.Ordinal);
        Assert.EndsWith("/account/library", (await buyer.GetAsync("/library")).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.GetAsync($"/account/orders/{id}").Status());
        Assert.DoesNotContain(number, await stranger.GetAsync("/account/orders").Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_order_that_waits_is_paid_from_the_account(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _, _) = await store.Placed(await store.Cart(await store.Product()));
        var buyer = await store.SignedIn("ada@example.org");

        var pay = await buyer.Submit($"/account/orders/{id}", $"/account/orders/{id}/pay");
        await store.Pay(pay.Headers.Location!.OriginalString);
        await store.Becomes(id, OrderStatus.Paid);

        Assert.DoesNotContain("waits for its payment", await buyer.GetAsync($"/account/orders/{id}").Text(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_finds_an_open_browser_takes_no_account_away(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = CustomerVisitor.NewEmail();
        await store.Customer(email);
        var visitor = await store.SignedIn(email);
        var fresh = await visitor.GetAsync("/account/details").Text();
        store.Clock.Advance(TimeSpan.FromMinutes(16));

        var refused = await visitor.Submit("/account/data", "/account/email", ("email", "thief@example.org"));

        Assert.Contains("New address", fresh, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Sign in again", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await store.Letters("thief@example.org"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_somebody_says_of_themselves_is_kept_and_read_as_they_write_it(TestDatabase database)
    {
        var (store, email) = (await stores.On(database), CustomerVisitor.NewEmail());
        await store.Customer(email);
        var visitor = await store.SignedIn(email);

        var saved = await visitor.Submit("/account/details", "/account/details", ("name", "Zoë"), ("address", "1 Quay\r\nPorto"), ("language", "de-DE"));
        var refused = await visitor.Submit("/account/details", "/account/details", ("name", new string('a', 201)), ("language", ""));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("id=\"field-name-error\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var known = await store.Do<ICustomers, Customer?>(c => c.FindByEmail(email, default));
        Assert.Equal(("Zoë", "1 Quay\nPorto", "de-DE"), (known!.Name, known.PostalAddress, known.Language));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_new_address_counts_once_its_mailbox_said_so_and_the_old_one_is_told(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _) = await store.Bought(await store.Product());
        var (visitor, elsewhere) = (await store.SignedIn("ada@example.org"), await store.SignedIn("ada@example.org", 2));

        await visitor.Submit("/account/details", "/account/email", ("email", "ada@new.example"));
        var before = (await store.Order(id)).BuyerEmail;
        var moved = await visitor.Follow(store.Link(await store.Letter("ada@new.example", "account.new_address")));

        Assert.Equal("/account/details?done=moved", moved.Headers.Location?.OriginalString);
        Assert.Equal(("ada@example.org", "ada@new.example"), (before, (await store.Order(id)).BuyerEmail));
        Assert.NotEmpty(await store.Letters("ada@example.org", "account.address_changed"));
        Assert.Contains("ada@new.example", await visitor.GetAsync("/account").Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await elsewhere.GetAsync("/account").Status());
        Assert.Null(await store.Do<ICustomers, Customer?>(c => c.FindByEmail("ada@example.org", default)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_address_that_another_has_is_refused_to_its_reader_alone(TestDatabase database)
    {
        var (store, mine, taken) = (await stores.On(database), CustomerVisitor.NewEmail(), CustomerVisitor.NewEmail());
        await store.Customer(mine);
        await store.Customer(taken);
        var visitor = await store.SignedIn(mine);

        var asked = await visitor.Submit("/account/details", "/account/email", ("email", taken));
        var refused = await visitor.Follow(store.Link(await store.Letter(taken, "account.new_address")));

        Assert.Equal("/account/details?done=asked", asked.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(mine, await visitor.GetAsync("/account").Text(), StringComparison.Ordinal);
    }
}
