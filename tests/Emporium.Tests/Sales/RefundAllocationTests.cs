using Emporium.Catalog.Contracts;
using Emporium.Ledger.Contracts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Orders;
using static Emporium.Tests.Sales.Make;

namespace Emporium.Tests.Sales;

/// <summary>Over many random orders: whatever is refunded in whatever steps, no cent is lost, taken twice or booked on one side only.</summary>
public sealed class RefundAllocationTests
{
    private const int Orders = 400;

    [Fact]
    public void Many_small_refunds_return_exactly_what_was_earned()
    {
        var dice = new Random(4711);
        for (var i = 0; i < Orders; i++)
        {
            var order = RandomOrder(dice);
            Dictionary<Account, long> books = [];
            Book(books, OrderBooks.Earned(order, Time.Now)!);
            while (!order.Refundable.IsZero)
            {
                var refund = order.Refund(dice.NextInt64(1, order.Refundable.Minor + 1));
                Assert.Equal(refund.Amount.Minor, refund.Parts.Sum(p => p.NetMinor + p.TaxMinor));
                Assert.All(refund.Parts, p => Assert.True(p is { NetMinor: >= 0, TaxMinor: >= 0 }));
                Book(books, OrderBooks.GivenBack(order, refund, Time.Now)!);
                if (dice.Next(4) > 0) continue;
                order.FailRefund(refund, "closed", Time.Now);
                Book(books, OrderBooks.Kept(order, refund, Time.Now)!);
            }
            Assert.All(books, account => Assert.Equal(0, account.Value));
        }
    }

    [Fact]
    public void Nothing_is_taken_from_a_line_that_has_nothing_left()
    {
        var dice = new Random(815);
        for (var i = 0; i < Orders; i++)
        {
            var order = RandomOrder(dice);
            while (!order.Refundable.IsZero)
            {
                order.Refund(dice.NextInt64(1, order.Refundable.Minor + 1));
                Assert.All(order.Lines, line => Assert.True(order.LeftOf(line) is { NetMinor: >= 0, TaxMinor: >= 0 }));
            }
        }
    }

    [Fact]
    public void A_partial_refund_returns_tax_in_proportion()
    {
        var order = Paid(Line(Eur(1230), 1, 230));

        Assert.Equal((500, 115), order.Refund(615).Parts.Select(p => ((int)p.NetMinor, (int)p.TaxMinor)).Single());
    }

    [Fact]
    public void Each_seller_earns_their_own_lines()
    {
        var other = SellerId.New(Time);
        var entry = OrderBooks.Earned(Paid(Line(Eur(1230), 1, 230), Line(Eur(500), 2, 0, other)), Time.Now)!;

        Assert.Equal(
            [(Account.Revenue($"{SellerId.Store}"), -1000L), (Account.Revenue($"{other}"), -1000L), (Account.TaxPayable("PT"), -230L)],
            entry.Lines.Where(l => l.Amount.IsNegative).Select(l => (l.Account, l.Amount.Minor)));
    }

    [Fact]
    public void A_free_order_moves_no_money() => Assert.Null(OrderBooks.Earned(Paid(Line(Eur(0), 1, 0)), Time.Now));

    private static void Book(Dictionary<Account, long> books, JournalEntry entry)
    {
        Assert.Equal(0, entry.Lines.Sum(l => l.Amount.Minor));
        foreach (var line in entry.Lines) books[line.Account] = books.GetValueOrDefault(line.Account) + line.Amount.Minor;
    }

    private static Order RandomOrder(Random dice)
    {
        QuoteLine RandomLine()
        {
            var (price, quantity) = (dice.NextInt64(0, 20_000), dice.Next(1, 5));
            return Line(Eur(price), quantity, dice.NextInt64(0, (price * quantity / 4) + 1), dice.Next(3) == 0 ? SellerId.New(Time) : null);
        }

        return Paid([Line(Eur(dice.NextInt64(1, 100)), 1, 0), .. Enumerable.Range(0, dice.Next(0, 8)).Select(_ => RandomLine())]);
    }
}
