using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways;

/// <summary>What a gateway needs to open its page.</summary>
/// <param name="ReturnUrl">Absolute.</param>
/// <param name="CancelUrl">Absolute.</param>
internal sealed record PaymentOrder(
    PaymentId Payment, string Reference, Money Amount, string? BuyerEmail, IReadOnlyList<PaymentItem> Items,
    string ReturnUrl, string CancelUrl, DateTimeOffset Expires);

/// <param name="Reference">The gateway's name for the page.</param>
internal sealed record HostedPage(string Reference, string Url);

/// <summary>A second payment by a buyer who agreed to it at the first.</summary>
/// <param name="Customer">The gateway's name for the buyer.</param>
/// <param name="Method">The gateway's name for their card or account.</param>
internal sealed record OffSessionCharge(PaymentId Payment, string Reference, Money Amount, string Customer, string Method);

/// <param name="GatewayPayment">The gateway's name for the captured payment.</param>
internal sealed record RefundOrder(RefundId Refund, PaymentId Payment, string Reference, string GatewayPayment, Money Amount);
