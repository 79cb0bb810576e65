using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Sales.Carts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tax.Contracts;
using Emporium.Tests.Support;

namespace Emporium.Tests.Sales;

/// <summary>Carts, quotes and orders for tests of their rules, without a database.</summary>
internal static class Make
{
    public static readonly TestClock Time = new();

    public static Money Eur(long cents) => new(cents, "EUR");

    public static Offer Offer(Money price, string title = "A book", SellerId? seller = null) =>
        new(ProductId.New(Time), seller ?? SellerId.Store, "a-book", title, "ebook", price, 7, false, null, 30);

    public static Cart Cart(string currency = "EUR") => Emporium.Sales.Carts.Cart.Start(CartId.New(Time), currency, Book.Test, Time.Now);

    /// <summary>A line whose tax is taken out of its price.</summary>
    public static QuoteLine Line(Money price, int quantity, long tax, SellerId? seller = null)
    {
        var offer = Offer(price, seller: seller);
        var total = price * quantity;
        return new QuoteLine(offer, quantity, price, new TaxLine("PT", 2300, total with { Minor = total.Minor - tax }, total with { Minor = tax }, "rate:PT:standard:2011-01-01"));
    }

    public static Order Placed(params QuoteLine[] lines) =>
        Order.Place(Cart(), new Quote("EUR", lines, []), new Buyer("ada@example.org", null, "PT"), CustomerId.New(Time), Time);

    public static Order Paid(params QuoteLine[] lines)
    {
        var order = Placed(lines);
        order.MarkPaid(Time.Now);
        return order;
    }

    public static OrderRefund Refund(this Order order, long cents) =>
        order.RequestRefund(OrderRefundId.New(Time), Eur(cents), new RefundReason(null), "tests", Time.Now);

    /// <summary>The code of the refusal that the act ends in.</summary>
    public static string RefusalOf(Action act) => Assert.Throws<Refusal>(act).Code;
}
