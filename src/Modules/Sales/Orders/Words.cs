using System.Globalization;
using Emporium.Sales.Contracts;
using Emporium.Ui;

namespace Emporium.Sales.Orders;

/// <summary>How Sales speaks to a reader: the states of an order, amounts and kinds of things in English.</summary>
internal static class Words
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Money money) => MoneyText.Format(money, English);

    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.Placed => "waiting for payment",
        OrderStatus.Paid => "paid",
        OrderStatus.PartiallyRefunded => "partly refunded",
        OrderStatus.Refunded => "refunded",
        OrderStatus.Disputed => "disputed",
        OrderStatus.ChargedBack => "charged back",
        OrderStatus.Canceled => "canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No word for this state."),
    };

    public static Tone ToneOf(OrderStatus status) => status switch
    {
        OrderStatus.Paid => Tone.Success,
        OrderStatus.Placed or OrderStatus.Disputed => Tone.Warning,
        OrderStatus.ChargedBack => Tone.Danger,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(string timeline) => timeline switch
    {
        "good" => Tone.Success,
        "warning" => Tone.Warning,
        "bad" => Tone.Danger,
        _ => Tone.Neutral,
    };

    /// <summary>“E-book”, “Course”: a product's kind as a reader says it.</summary>
    public static string OfKind(string kind) => kind switch
    {
        "ebook" => "E-book",
        "" => "",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..],
    };

    /// <summary>2,300 basis points are “23 %”.</summary>
    public static string OfRate(int basisPoints) => string.Create(English, $"{basisPoints / 100m:0.##}\u00A0%");

    /// <summary>What became of receipts that were to be sent again.</summary>
    public static string OfSentReceipts(int count) => count switch
    {
        0 => "No receipt was sent: none of these orders is paid.",
        1 => "One receipt is on its way.",
        _ => $"{count} receipts are on their way.",
    };

    public static string Of(OrderRefundStatus status) => status switch
    {
        OrderRefundStatus.Requested => "on its way",
        OrderRefundStatus.Succeeded => "given back",
        _ => "failed",
    };

    public static Tone ToneOf(OrderRefundStatus status) => status switch
    {
        OrderRefundStatus.Succeeded => Tone.Success,
        OrderRefundStatus.Failed => Tone.Danger,
        _ => Tone.Neutral,
    };

    public static string Of(RefundCause cause) => cause switch
    {
        RefundCause.Requested => "The buyer asked for it",
        RefundCause.NotAsDescribed => "It is not what was described",
        RefundCause.Defective => "It does not work",
        RefundCause.Duplicate => "It was bought twice",
        RefundCause.Fraudulent => "It looks like fraud",
        RefundCause.Goodwill => "Goodwill",
        RefundCause.Other => "Something else",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "No words for this cause."),
    };

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
