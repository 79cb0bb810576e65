using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emporium.Accounts.Contracts;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts.Buyers;

public sealed class CustomerDeskTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_customer_is_found_by_the_beginning_of_address_or_name_and_by_id(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var id = await store.Customer("zebra.one@example.org", "Éva Quill");
        await store.Customer("zebra.two@example.org", "Max Quill");
        var owner = await store.Owner();

        foreach (var (asked, found) in new[] { ("ZEBRA.O", 1), ("zebra", 2), ("éva", 1), ("max q", 1), (id.ToString(), 1), ("quill", 0), ("zebra.one@example.org", 1) })
        {
            var page = await owner.GetAsync($"/admin/customers?q={Uri.EscapeDataString(asked)}").Text();
            Assert.Equal(found, System.Text.RegularExpressions.Regex.Count(page, "href=\"/admin/customers/cus_"));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_page_gathers_what_every_module_knows(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _) = await store.Bought(await store.Product());
        var order = await store.Order(id);
        var owner = await store.Owner();

        var page = await owner.GetAsync($"/admin/customers/{order.CustomerId}").Text();

        foreach (var known in new[] { "ada@example.org", order.Number, "€29.00", "The work", "Became a customer", "Letter written: order receipt" }) Assert.Contains(known, page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Support_helps_and_only_who_may_erase_erases(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = CustomerVisitor.NewEmail();
        var id = await store.Customer(email);
        var (support, finance) = (await store.Member("support"), await store.Member("finance"));
        var page = $"/admin/customers/{id}";

        await support.Submit(page, $"{page}/notes", ("note", "Wants a paper invoice."));
        await support.Submit(page, $"{page}/sign-in-link");
        var link = store.Link(await store.Letter(email, "account.sign_in"));
        var customer = store.Visitor();
        var asks = await customer.GetAsync(link).Text();
        await customer.Follow(link, confirmed: true);
        var erase = await support.Submit(page, $"{page}/erasure", ("word", email));
        var note = await finance.Submit("/admin/customers", $"{page}/notes", ("note", "No."));

        Assert.Contains("Wants a paper invoice.", await finance.GetAsync(page).Text(), StringComparison.Ordinal);
        Assert.Contains("The store sent you this link", asks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await customer.GetAsync("/account").Status());
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (erase.StatusCode, note.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_store_moves_a_customer_whose_mailbox_is_lost_and_signs_them_out(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (old, now) = (CustomerVisitor.NewEmail("old"), CustomerVisitor.NewEmail("new"));
        var id = await store.Customer(old);
        var customer = await store.SignedIn(old);
        var owner = await store.Owner();
        var page = $"/admin/customers/{id}";

        var moved = await owner.Submit(page, $"{page}/email", ("email", now));

        Assert.Equal($"{page}?done=moved", moved.Headers.Location?.OriginalString);
        Assert.Equal(now, (await store.Do<ICustomers, Customer?>(c => c.Find(id, default)))?.Email);
        Assert.Single(await store.Letters(old, "account.address_changed"));
        Assert.Equal(HttpStatusCode.Found, await customer.GetAsync("/account").Status());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_program_lists_reads_and_erases(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var email = CustomerVisitor.NewEmail();
        var id = await store.Customer(email, "Ida");
        var owner = await store.Owner();

        var list = await owner.GetFromJsonAsync<JsonNode>($"/api/v1/customers?q={email}");
        using var erase = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/customers/{id}/erasure");
        erase.Headers.Add("Idempotency-Key", Buying.NewKey());
        var planned = await owner.SendAsync(erase);
        var one = await owner.GetFromJsonAsync<JsonNode>($"/api/v1/customers/{id}");
        var kept = await owner.DeleteAsync($"/api/v1/customers/{id}/erasure");

        Assert.Equal(id.ToString(), list!["items"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
        Assert.NotNull(one!["erasureDueAt"]);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
    }
}
