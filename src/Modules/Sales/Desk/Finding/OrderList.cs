using System.Linq.Expressions;
using Emporium.Catalog.Contracts;
using Emporium.Platform.Lists;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Letters;
using Emporium.Sales.Orders;
using Emporium.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Sales.Desk.Finding;

/// <summary>The orders on the desk: what is shown, what they are found by, and what is done with several of them.</summary>
internal sealed class OrderList : DeskList<Order, OrderId, OrderList.Line>
{
    public sealed record Line(
        OrderId Id, string Number, OrderStatus Status, string Email, string? Name, string? Country, string Products, Money Total, Money Refunded,
        DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, Book Book);

    private static readonly IReadOnlyList<ListChoice> EveryCountry = [.. Countries.All.Select(country => new ListChoice(country.Code, country.Name))];

    public override string Path => "/admin/orders";

    public override string Permission => SalesModule.ReadOrders;

    public override string ExportPermission => SalesModule.ExportOrders;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Link("number", "Order", o => o.Number, o => $"/admin/orders/{o.Id}")
        .Badge("status", "State", o => o.Status, Words.Of, Words.ToneOf)
        .Text("buyer", "Buyer", o => o.Email)
        .Text("products", "Bought", o => o.Products)
        .Moment("placed_at", "Placed", o => o.PlacedAt, order: "placed")
        .Money("total", "Total", o => o.Total, order: "total")
        .InFile("id", o => o.Id)
        .InFile("name", o => o.Name)
        .InFile("country", o => o.Country)
        .InFile("refunded", o => o.Refunded)
        .InFile("paid_at", o => o.PaidAt)
        .InFile("book", o => o.Book);

    public override IReadOnlyList<ListOrder<Order>> Orders { get; } = [By("placed", "Date", o => o.PlacedAt), By("total", "Total", o => o.TotalRank)];

    public override IReadOnlyList<ListFilter<Order>> Filters { get; } =
    [
        Search("number, e-mail, name, payment reference or license key", (orders, text, scope, ct) => scope.GetRequiredService<FindOrders>().Named(orders, text, ct)),
        Choice<OrderStatus>("status", "State", status => Words.Capital(Words.Of(status)), status => o => o.Status == status),
        Choice<PaymentWord>("payment", "Payment", PaymentWords.Of, PaymentWords.Fit),
        ChoiceOf<ProductId>("product", "Product", IProductNames.Choices, product => o => o.Lines.Any(l => l.ProductId == product)),
        Choice("country", "Country", (_, _) => new(EveryCountry), country => o => o.Country == country),
        Days("placed", "Placed", o => o.PlacedAt),
        Amounts("total", "Total", o => o.Total.Minor, o => o.Total.Currency),
        new BookFilter(),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } =
        [new("Paid", "status=Paid"), new("Waiting", "status=Placed"), new("Refunded", "status=Refunded"), new("Disputed", "status=Disputed")];

    public override IReadOnlyList<ListAct<OrderId>> Acts { get; } =
    [
        new("resend-receipts", "Resend receipts", "send", SalesModule.WriteToBuyers, Words.OfSentReceipts, (scope, chosen, ct) => scope.GetRequiredService<ResendMail>().Receipts(chosen.Ids, ct)),
    ];

    protected override Expression<Func<Order, OrderId>> Id => o => o.Id;

    protected override Expression<Func<Order, Line>> Row => o => new Line(
        o.Id, o.Number, o.Status, o.BuyerEmail, o.BuyerName, o.Country, string.Join(", ", o.Lines.OrderBy(l => l.Position).Select(l => l.Title)),
        new Money(o.Total.Minor, o.Total.Currency), new Money(o.RefundedMinor, o.Total.Currency), o.PlacedAt, o.PaidAt, o.Book);
}
