using System.Net;
using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Catalog;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Sales;

public sealed class CheckoutTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_paid_is_delivered_to_the_books_and_confirmed_by_letter(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, token) = await store.Bought(await store.Product(), await store.Product(1_000));

        var shown = await store.Send(HttpMethod.Get, $"/api/v1/orders/{id}?token={token}").Answer(HttpStatusCode.OK);
        Assert.Equal(("paid", 3_900), (shown.GetProperty("status").GetString(), shown.GetProperty("total").GetProperty("minor").GetInt64()));
        var letters = await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(mail => mail.About(id.ToString(), Ct));
        Assert.Equal("order.receipt", Assert.Single(letters).Kind);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_cart_submitted_many_times_at_once_is_one_order(TestDatabase database)
    {
        var store = await stores.On(database);
        var cart = await store.Cart(await store.Product());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.Checkout(cart).Answer(HttpStatusCode.Created)));

        Assert.Single(answers.Select(a => a.GetProperty("order").GetString()).Distinct());
        Assert.Single(answers.Select(a => a.GetProperty("pay").GetProperty("url").GetString()).Distinct());
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_gives_the_same_answer(TestDatabase database)
    {
        var store = await stores.On(database);
        var (cart, key) = (await store.Cart(await store.Product()), Buying.NewKey());

        var first = await store.Checkout(cart, key).Answer(HttpStatusCode.Created);
        Assert.Equal(first.GetRawText(), (await store.Checkout(cart, key).Answer(HttpStatusCode.Created)).GetRawText());
        await store.Checkout(cart, key, email: "eve@example.org").Refuses(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_line_added_twice_under_one_key_is_added_once(TestDatabase database)
    {
        var store = await stores.On(database);
        var (cart, product, key) = (await store.Cart(), await store.Product(), Buying.NewKey());

        for (var i = 0; i < 3; i++) await store.Post($"/api/v1/carts/{cart}/lines", new { product, quantity = 2 }, key).Answer(HttpStatusCode.Created);

        var shown = await store.Send(HttpMethod.Get, $"/api/v1/carts/{cart}").Answer(HttpStatusCode.OK);
        Assert.Equal(2, shown.GetProperty("lines")[0].GetProperty("quantity").GetInt32());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_price_that_changed_is_asked_again_before_anything_is_ordered(TestDatabase database)
    {
        var store = await stores.On(database);
        var draft = Drafts.Of($"w-{Buying.NewKey()[^12..]}");
        var cart = await store.Cart(await store.Put(draft));
        await store.Put(draft with { Prices = [new Money(3_900, "EUR")] });

        var refused = await store.Checkout(cart).Answer(HttpStatusCode.Conflict);
        Assert.Equal("cart.price_changed", refused.GetProperty("code").GetString());
        var line = refused.GetProperty("cart").GetProperty("lines")[0];
        Assert.Equal((3_900, 2_900), (Minor(line, "unitPrice"), Minor(line, "seenPrice")));

        await store.Checkout(cart, expected: new Money(2_900, "EUR")).Answer(HttpStatusCode.Conflict);
        var placed = await store.Checkout(cart, expected: new Money(3_900, "EUR")).Answer(HttpStatusCode.Created);
        Assert.Equal(3_900, Minor(placed, "total"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_withdrawn_product_is_left_out_once_the_buyer_agrees(TestDatabase database)
    {
        var store = await stores.On(database);
        var draft = Drafts.Of($"w-{Buying.NewKey()[^12..]}");
        var cart = await store.Cart(await store.Put(draft), await store.Product(1_000));
        await store.Put(draft with { IsPublished = false });

        await store.Checkout(cart).Refuses(HttpStatusCode.Conflict, "cart.product_withdrawn");
        var placed = await store.Checkout(cart, expected: new Money(1_000, "EUR")).Answer(HttpStatusCode.Created);

        var order = await store.Order(OrderId.Parse(placed.GetProperty("order").GetString()!, null));
        Assert.Equal(Make.Eur(1_000), Assert.Single(order.Lines).Total);
        Assert.Equal(order.Id.ToString(), (await store.Checkout(cart).Answer(HttpStatusCode.Created)).GetProperty("order").GetString());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_free_is_paid_at_once(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _, pay) = await store.Placed(await store.Cart(await store.Product(0)));

        Assert.Null(pay);
        Assert.Equal(OrderStatus.Paid, (await store.Order(id)).Status);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_paid_cart_cannot_be_changed_or_bought_again(TestDatabase database)
    {
        var store = await stores.On(database);
        var product = await store.Product();
        var cart = await store.Cart(product);
        var (id, _, pay) = await store.Placed(cart);
        await store.Pay(pay!);
        await store.Becomes(id, OrderStatus.Paid);

        await store.Post($"/api/v1/carts/{cart}/lines", new { product, quantity = 1 }).Refuses(HttpStatusCode.Conflict, "cart.paid");
        var again = await store.Checkout(cart).Answer(HttpStatusCode.Created);
        Assert.Equal((id.ToString(), false), (again.GetProperty("order").GetString(), again.TryGetProperty("pay", out _)));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nonsense_is_refused_with_its_reason(TestDatabase database)
    {
        var store = await stores.On(database);
        var (cart, product) = (await store.Cart(), await store.Product());

        await store.Post("/api/v1/carts", new { currency = "JPY" }).Refuses(HttpStatusCode.UnprocessableEntity, "cart.currency_unsupported");
        await store.Post("/api/v1/carts", new { currency = "<b>" }).Answer(HttpStatusCode.BadRequest);
        await store.Post($"/api/v1/carts/{cart}/lines", new { product, quantity = -1 }).Answer(HttpStatusCode.BadRequest);
        await store.Post($"/api/v1/carts/{cart}/lines", new { product, quantity = int.MaxValue }).Answer(HttpStatusCode.BadRequest);
        await store.Post($"/api/v1/carts/{cart}/lines", new { product = ProductId.New(store.Clock), quantity = 1 }).Refuses(HttpStatusCode.Gone, "cart.product_unavailable");
        await store.Checkout(cart).Refuses(HttpStatusCode.Conflict, "cart.empty");
        await store.Checkout(CartId.New(store.Clock).ToString()).Refuses(HttpStatusCode.NotFound, "cart.not_found");
        await store.Checkout(await store.Cart(product), email: "not an address").Answer(HttpStatusCode.BadRequest);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_order_opens_only_with_its_own_key(TestDatabase database)
    {
        var store = await stores.On(database);
        var (mine, token, _) = await store.Placed(await store.Cart(await store.Product()));
        var (other, foreign, _) = await store.Placed(await store.Cart(await store.Product()));

        foreach (var wrong in (string[])["", foreign, token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), "x"])
            await store.Send(HttpMethod.Get, $"/api/v1/orders/{mine}?token={wrong}").Refuses(HttpStatusCode.NotFound, "order.not_found");
        await store.Send(HttpMethod.Get, $"/api/v1/orders/{other}?token={foreign}").Answer(HttpStatusCode.OK);
        await store.Post($"/api/v1/orders/{mine}/refunds", new { }).Answer(HttpStatusCode.Unauthorized);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Money_for_a_canceled_order_goes_back_by_itself(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _, pay) = await store.Placed(await store.Cart(await store.Product()));
        await store.Do<StoreDb>(async db =>
        {
            (await db.Set<Order>().SingleAsync(o => o.Id == id, Ct)).Cancel(store.Clock.Now);
            await db.SaveChangesAsync(Ct);
        });
        await store.Pay(pay!);

        await TestStore.Until(async () => await store.Do<IPayments, bool>(async payments =>
            (await payments.For(id.ToString(), Ct)) is [{ Status: PaymentStatus.Captured } paid] && paid.Refunded == paid.Amount));
        Assert.Equal(OrderStatus.Canceled, (await store.Order(id)).Status);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whoever_corrects_the_address_pays_for_another_order_and_the_first_is_over(TestDatabase database)
    {
        var store = await stores.On(database);
        var cart = await store.Cart(await store.Product());
        var slip = await store.Checkout(cart, email: "aad@example.org").Answer(HttpStatusCode.Created);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.Checkout(cart, email: "ada@example.org").Answer(HttpStatusCode.Created)));

        var right = Id(Assert.Single(answers.Select(a => a.GetProperty("order").GetString()).Distinct())!);
        Assert.Equal(("ada@example.org", OrderStatus.Placed), ((await store.Order(right)).BuyerEmail, (await store.Order(right)).Status));
        Assert.Equal(OrderStatus.Canceled, (await store.Order(Id(slip.GetProperty("order").GetString()!))).Status);

        await store.Pay(slip.GetProperty("pay").GetProperty("url").GetString()!);
        await store.Pay(answers[0].GetProperty("pay").GetProperty("url").GetString()!);
        await store.Becomes(right, OrderStatus.Paid);
        await TestStore.Until(async () => await store.Do<IPayments, bool>(async payments =>
            (await payments.For(slip.GetProperty("order").GetString()!, Ct)) is [{ Status: PaymentStatus.Captured } paid] && paid.Refunded == paid.Amount));
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_page_that_nobody_paid_expires_and_the_order_ends_with_it(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        var (id, _, _) = await store.Placed(await store.Cart(await store.Product()));

        store.Clock.Advance(TimeSpan.FromHours(25));
        await TestStore.Until(async () => await store.Do<IPayments, bool>(async payments =>
            (await payments.For(id.ToString(), Ct)) is [{ Status: PaymentStatus.Expired }]));
        await store.Settle();
        await store.Do<Emporium.Sales.Settlement.CancelStaleOrders>(job => job.Run(Ct));

        Assert.Equal(OrderStatus.Canceled, (await store.Order(id)).Status);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_repeated_key_is_answered_with_the_same_address(TestDatabase database)
    {
        var store = await stores.On(database);
        var (cart, key) = (await store.Cart(await store.Product()), Buying.NewKey());

        using var first = await store.Checkout(cart, key);
        using var again = await store.Checkout(cart, key);

        Assert.Equal(["true"], again.Headers.GetValues("Idempotent-Replayed"));
        Assert.Equal((first.StatusCode, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.NotNull(first.Headers.Location);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_refused_checkout_may_be_repeated_under_its_key(TestDatabase database)
    {
        var store = await stores.On(database);
        var draft = Drafts.Of($"w-{Buying.NewKey()[^12..]}");
        var (cart, key) = (await store.Cart(await store.Put(draft)), Buying.NewKey());
        await store.Put(draft with { Prices = [new Money(3_900, "EUR")] });
        await store.Checkout(cart, key).Answer(HttpStatusCode.Conflict);

        await store.Put(draft);

        await store.Checkout(cart, key).Answer(HttpStatusCode.Created);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_character_that_no_database_keeps_is_refused_or_kept_and_never_a_fault(TestDatabase database)
    {
        var store = await stores.On(database);

        using var answer = await store.Post($"/api/v1/carts/{await store.Cart(await store.Product())}/checkout", new { email = "ada@example.org", name = "Ada\0Lovelace", country = "PT" });

        Assert.Equal(database is TestDatabase.Postgres ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Created, answer.StatusCode);
    }

    private static OrderId Id(string text) => OrderId.Parse(text, null);

    private static long Minor(JsonElement element, string money) => element.GetProperty(money).GetProperty("minor").GetInt64();
}
