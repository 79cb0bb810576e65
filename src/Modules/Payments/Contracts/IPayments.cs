namespace Emporium.Payments.Contracts;

/// <summary>Money in and out. The reference is the caller's own id and means nothing here.</summary>
public interface IPayments
{
    /// <summary>Adds an attempt to the current unit of work. No gateway is asked yet.</summary>
    /// <exception cref="Refusal"><c>payment.currency_unsupported</c>, <c>payment.amount_too_small</c>, <c>payment.amount_too_large</c>, <c>payment.amount_uneven</c>.</exception>
    PaymentId Prepare(PaymentRequest request);

    /// <summary>Asks the gateway for the page where the buyer pays; call it after the save, outside any transaction. Repeating it gives the same page.</summary>
    /// <exception cref="Refusal"><c>gateway.unavailable</c>: nothing was charged; the same call may succeed later. <c>payment.closed</c>: it ended meanwhile.</exception>
    Task<PaymentPage> Start(PaymentId payment, CancellationToken ct);

    /// <summary>Adds a refund to the current unit of work; it leaves for the gateway after the save. The same key is the same refund.</summary>
    /// <param name="key">The caller's own id of the refund.</param>
    /// <exception cref="Refusal"><c>refund.exceeds_captured</c>, <c>refund.nothing_captured</c>, <c>refund.amount_invalid</c>.</exception>
    Task<RefundId> RequestRefund(string reference, Money amount, string key, string? reason, CancellationToken ct);

    /// <summary>Asks the gateway now about the reference's open attempts, for a buyer who came back before the webhook did. At most every few seconds, and never in vain for long: without an answer in time nothing changes.</summary>
    Task Check(string reference, CancellationToken ct);

    /// <summary>Everything that happened to the reference's money, oldest first.</summary>
    Task<IReadOnlyList<PaymentMoment>> History(string reference, CancellationToken ct);

    /// <summary>Every attempt for the reference, oldest first.</summary>
    Task<IReadOnlyList<PaymentSummary>> For(string reference, CancellationToken ct);
}

/// <param name="ReturnPath">Path in this store for a buyer who paid; nothing is believed from their coming back.</param>
/// <param name="CancelPath">Path in this store for a buyer who turned back.</param>
/// <param name="Expires">When the gateway stops taking money for it; 30 minutes to 24 hours ahead.</param>
public sealed record PaymentRequest(
    string Reference, Book Book, Money Amount, string BuyerEmail, IReadOnlyList<PaymentItem> Items,
    string ReturnPath, string CancelPath, DateTimeOffset Expires);

/// <summary>What the gateway's page shows; the amounts sum to the request's.</summary>
public sealed record PaymentItem(string Name, int Quantity, Money Amount);

/// <param name="Url">Where the buyer goes to pay.</param>
public sealed record PaymentPage(PaymentId Payment, string Url);

public enum PaymentStatus
{
    /// <summary>Written down; no gateway has heard of it, or none has answered.</summary>
    Prepared,

    /// <summary>The gateway waits for the buyer.</summary>
    Open,

    /// <summary>The buyer did their part; the bank has not decided.</summary>
    Processing,

    Captured,
    Declined,
    Expired,
    Canceled,
}

/// <param name="Fee">What the gateway kept; null until known.</param>
/// <param name="GatewayUrl">Where the staff sees it at the gateway; null where that is not known.</param>
public sealed record PaymentSummary(
    PaymentId Id, string Reference, string Gateway, string? GatewayReference, PaymentStatus Status,
    Money Amount, Money Refunded, Money? Fee, string? DeclineReason, DateTimeOffset CreatedAt, DateTimeOffset? CapturedAt,
    string? GatewayUrl = null);
