using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using static Emporium.Tests.Sales.Make;

namespace Emporium.Tests.Sales;

public sealed class OrderTests
{
    [Fact]
    public void The_rows_of_a_line_sum_to_its_total()
    {
        var line = Placed(Line(Eur(2900), 2, tax: 1085)).Lines[0];

        Assert.Equal([AdjustmentKind.Price, AdjustmentKind.Tax], line.Adjustments.Select(a => a.Kind));
        Assert.Equal(line.Total, line.Adjustments.Aggregate(Eur(0), (sum, a) => sum + a.Amount));
        Assert.Equal(Eur(5800), line.Total);
    }

    [Fact]
    public void A_paid_order_cannot_be_paid_again() =>
        Assert.Equal("order.not_payable", RefusalOf(() => Paid(Line(Eur(2900), 1, 0)).MarkPaid(Time.Now)));

    [Fact]
    public void A_canceled_order_cannot_be_paid()
    {
        var order = Placed(Line(Eur(2900), 1, 0));
        order.Cancel(Time.Now);

        Assert.Equal("order.not_payable", RefusalOf(() => order.MarkPaid(Time.Now)));
        Assert.Equal("order.not_payable", RefusalOf(() => order.Retry(Time.Now)));
    }

    [Fact]
    public void A_paid_order_cannot_be_canceled() =>
        Assert.Equal("order.not_cancelable", RefusalOf(() => Paid(Line(Eur(2900), 1, 0)).Cancel(Time.Now)));

    [Fact]
    public void An_unpaid_order_cannot_be_refunded() =>
        Assert.Equal("order.not_refundable", RefusalOf(() => Placed(Line(Eur(2900), 1, 0)).Refund(100)));

    [Fact]
    public void A_free_order_cannot_be_refunded() =>
        Assert.Equal("order.not_refundable", RefusalOf(() => Paid(Line(Eur(0), 1, 0)).Refund(0)));

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public void A_refund_of_nothing_is_refused(long cents) =>
        Assert.Equal("refund.amount_invalid", RefusalOf(() => Paid(Line(Eur(2900), 1, 0)).Refund(cents)));

    [Fact]
    public void A_refund_in_another_currency_is_refused() => Assert.Equal("refund.amount_invalid",
        RefusalOf(() => Paid(Line(Eur(2900), 1, 0)).RequestRefund(OrderRefundId.New(Time), new Money(100, "USD"), new RefundReason(null), "tests", Time.Now)));

    [Fact]
    public void A_refund_larger_than_what_is_left_is_refused()
    {
        var order = Paid(Line(Eur(2900), 1, 0));
        order.Refund(2000);

        Assert.Equal("refund.exceeds_paid", RefusalOf(() => order.Refund(901)));
    }

    [Fact]
    public void A_refund_shows_in_the_state_once_the_gateway_confirmed_it()
    {
        var order = Paid(Line(Eur(2900), 1, 0));
        var part = order.Refund(900);
        Assert.Equal(OrderStatus.Paid, order.Status);

        Assert.True(order.ConfirmRefund(part, Time.Now));
        Assert.False(order.ConfirmRefund(part, Time.Now));
        Assert.Equal((OrderStatus.PartiallyRefunded, false), (order.Status, order.IsFullyRefunded));

        order.ConfirmRefund(order.Refund(2000), Time.Now);
        Assert.Equal((OrderStatus.Refunded, true), (order.Status, order.IsFullyRefunded));
    }

    [Fact]
    public void What_could_not_be_given_back_can_be_refunded_again()
    {
        var order = Paid(Line(Eur(2900), 1, 542));
        order.FailRefund(order.Refund(2900), "closed card", Time.Now);

        Assert.Equal(Eur(2900), order.Refundable);
        Assert.Equal((2358, 542), order.Refund(2900).Parts.Select(p => ((int)p.NetMinor, (int)p.TaxMinor)).Single());
    }

    [Fact]
    public void A_refund_that_the_bank_sends_back_is_owed_again()
    {
        var order = Paid(Line(Eur(2900), 1, 542));
        var refund = order.Refund(2900);
        order.ConfirmRefund(refund, Time.Now);

        Assert.True(order.FailRefund(refund, "closed card", Time.Now));
        Assert.False(order.FailRefund(refund, "closed card", Time.Now));
        Assert.False(order.ConfirmRefund(refund, Time.Now));
        Assert.Equal((OrderStatus.Paid, Eur(2900)), (order.Status, order.Refundable));
    }

    [Fact]
    public void A_won_dispute_returns_to_what_the_refunds_say()
    {
        var order = Paid(Line(Eur(2900), 1, 0));
        order.ConfirmRefund(order.Refund(900), Time.Now);
        Assert.True(order.Dispute());
        Assert.Equal("order.not_refundable", RefusalOf(() => order.Refund(100)));

        Assert.True(order.WinDispute());
        Assert.Equal(OrderStatus.PartiallyRefunded, order.Status);
    }

    [Fact]
    public void A_lost_dispute_takes_no_more_than_is_left()
    {
        var order = Paid(Line(Eur(2900), 1, 542));
        order.ConfirmRefund(order.Refund(900), Time.Now);
        order.Dispute();

        Assert.Equal(Eur(2000), order.LoseDispute(OrderRefundId.New(Time), Eur(2900), Time.Now)!.Amount);
        Assert.Equal((OrderStatus.ChargedBack, 2900L), (order.Status, order.RefundedMinor));
        Assert.Null(order.LoseDispute(OrderRefundId.New(Time), Eur(2900), Time.Now));
    }

    [Fact]
    public void A_number_is_short_readable_and_its_own()
    {
        var numbers = Enumerable.Range(0, 2_000).Select(_ => OrderNumber.Of(OrderId.New(Time))).ToList();

        Assert.All(numbers, n => Assert.Matches("^E-[0-9A-HJKMNP-TV-Z]{7}$", n));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }
}
