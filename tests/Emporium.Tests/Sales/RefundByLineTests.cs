using System.Net;
using System.Text.RegularExpressions;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Accounts;
using Emporium.Tests.Support;
using static Emporium.Tests.Sales.Make;

namespace Emporium.Tests.Sales;

/// <summary>Giving back single lines: exact to the cent, and never twice.</summary>
public sealed partial class RefundByLineTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_line_that_goes_back_takes_its_own_net_and_tax_and_leaves_the_others()
    {
        var order = Paid(Line(Eur(1_230), 1, 230), Line(Eur(500), 2, 20));

        var refund = Take(order, new LineShare(order.Lines[0].Id));

        Assert.Equal((order.Lines[0].Id, 1_000, 230), (refund.Parts[0].LineId, refund.Parts[0].NetMinor, refund.Parts[0].TaxMinor));
        Assert.Equal((Eur(0), Eur(1_000)), (order.LeftIn(order.Lines[0]), order.LeftIn(order.Lines[1])));
    }

    [Fact]
    public void Pieces_are_parts_of_the_lines_total_and_the_last_one_takes_what_is_left()
    {
        var order = Paid(Line(Eur(333), 3, 100));
        var line = order.Lines[0].Id;

        Assert.Equal([Eur(333), Eur(333), Eur(333)], Enumerable.Range(0, 3).Select(_ => Take(order, new LineShare(line, Quantity: 1)).Amount));
        Assert.Equal("refund.exceeds_line", RefusalOf(() => Take(order, new LineShare(line, Quantity: 1))));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var order = Paid(Line(Eur(1_000), 2, 0));
        var line = order.Lines[0].Id;

        Assert.Equal("refund.exceeds_line", RefusalOf(() => Take(order, new LineShare(line, Amount: Eur(2_001)))));
        Assert.Equal("refund.line_invalid", RefusalOf(() => Take(order, new LineShare(line, Amount: new Money(100, "USD")))));
        Assert.Equal("refund.line_invalid", RefusalOf(() => Take(order, new LineShare(line, Quantity: 3))));
        Assert.Equal("refund.line_invalid", RefusalOf(() => Take(order, new LineShare(line, 1, Eur(1)))));
        Assert.Equal("refund.line_invalid", RefusalOf(() => Take(order, new LineShare(line), new LineShare(line))));
        Assert.Equal("refund.line_invalid", RefusalOf(() => Take(order, new LineShare(OrderLineId.New(Time)))));
        Assert.True(order.Refunded.IsZero);
    }

    [Fact]
    public void Lines_and_amounts_in_any_order_return_exactly_what_was_earned()
    {
        var dice = new Random(2_311);
        for (var i = 0; i < 300; i++)
        {
            var order = Paid([.. Enumerable.Range(0, dice.Next(1, 6)).Select(_ => Line(Eur(dice.NextInt64(1, 20_000)), dice.Next(1, 5), dice.NextInt64(0, 2)))]);
            while (!order.Refundable.IsZero)
            {
                var open = order.Lines.Where(l => !order.LeftIn(l).IsZero).ToList();
                var line = open[dice.Next(open.Count)];
                var refund = dice.Next(3) == 0
                    ? order.Refund(dice.NextInt64(1, order.Refundable.Minor + 1))
                    : Take(order, new LineShare(line.Id, Amount: Eur(dice.NextInt64(1, order.LeftIn(line).Minor + 1))));
                Assert.Equal(refund.Amount.Minor, refund.Parts.Sum(p => p.NetMinor + p.TaxMinor));
                Assert.All(order.Lines, l => Assert.True(order.LeftOf(l) is { NetMinor: >= 0, TaxMinor: >= 0 }));
            }
            Assert.All(order.Lines, l => Assert.True(order.LeftIn(l).IsZero));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_who_give_the_same_line_back_at_once_one_is_told(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(), await store.Product(1_000));
        var line = (await store.Order(id)).Lines.Single(l => l.Total == Eur(2_900)).Id;
        using var ida = await store.Owner();
        using var max = await store.Member("support");
        var forms = await Task.WhenAll(Form(ida, id), Form(max, id));

        var answers = await Task.WhenAll(
            Send(ida, id, [.. forms[0], ($"amount.{line}", "10"), ("cause", "Requested")]),
            Send(max, id, [.. forms[1], ($"amount.{line}", "10"), ("cause", "Defective")]));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Contains("Somebody gave money back on this order meanwhile", await answers.Single(a => a.StatusCode is HttpStatusCode.Conflict).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Equal(1_000, (await store.Order(id)).RefundedMinor);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_desk_shows_what_a_refund_means_before_anything_happens(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product(), await store.Product(1_000));
        var order = await store.Order(id);
        using var owner = await store.Owner();
        var form = await Form(owner, id);
        string Review(string choice) => $"/admin/orders/{id}/refund?{string.Join('&', form.Where(f => f.Name is "key" or "seen").Select(f => $"{f.Name}={f.Value}"))}&cause=Requested&{choice}";

        var part = await owner.Page(Review($"pieces.{order.Lines[0].Id}=1"));
        var all = await owner.Page(Review("amount=39.00"));

        Assert.Contains("What was bought stays with the buyer", part, StringComparison.Ordinal);
        Assert.Contains("Access to everything in this order ends", all, StringComparison.Ordinal);
        Assert.True((await store.Order(id)).Refunded.IsZero);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(owner, id, [.. form, ($"pieces.{order.Lines[0].Id}", "1"), ("cause", "Defective"), ("reason", "The file is broken")])).StatusCode);
        await store.Becomes(id, OrderStatus.PartiallyRefunded);
        Assert.Contains("It does not work: The file is broken", await owner.Page($"/admin/orders/{id}"), StringComparison.Ordinal);
        await store.ShouldAgree();
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_letter_is_sent_again_once_for_two_clicks(TestDatabase database)
    {
        var store = await stores.On(database);
        var (id, _) = await store.Bought(await store.Product());
        using var owner = await store.Owner();

        for (var click = 0; click < 2; click++)
            Assert.Equal(HttpStatusCode.SeeOther, (await owner.Submit($"/admin/orders/{id}", $"/admin/orders/{id}/letters", ("kind", "Library"))).StatusCode);
        var early = await owner.Submit($"/admin/orders/{id}", $"/admin/orders/{id}/letters", ("kind", "Refund"));

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        var letters = await store.Do<IMailDesk, IReadOnlyList<MailSummary>>(mail => mail.About(id.ToString(), Ct));
        Assert.Single(letters, l => l.Kind is "order.library");
    }

    private static OrderRefund Take(Order order, params LineShare[] shares) => order.RequestRefund(OrderRefundId.New(Time), shares, new RefundReason(null), "tests", Time.Now);

    private static async Task<List<(string Name, string Value)>> Form(HttpClient visitor, OrderId id) =>
        [.. Hidden().Matches(await visitor.Page($"/admin/orders/{id}/refund")).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Where(f => f.Item1 is "key" or "seen" or "__RequestVerificationToken").DistinctBy(f => f.Item1)];

    private static Task<HttpResponseMessage> Send(HttpClient visitor, OrderId id, IEnumerable<(string Name, string Value)> fields) =>
        visitor.PostAsync($"/admin/orders/{id}/refunds", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Ct);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
