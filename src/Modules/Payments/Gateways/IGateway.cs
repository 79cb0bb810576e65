using Microsoft.AspNetCore.Http;

namespace Emporium.Payments.Gateways;

/// <summary>
/// A payment provider. An adapter translates: it knows the provider's words, amounts and signatures, keeps nothing, and decides
/// nothing. Every call that moves money carries our own id as idempotency key, so that repeating it moves nothing twice.
/// </summary>
/// <exception cref="GatewayException">Of every call: the provider said no, or did not answer.</exception>
internal interface IGateway
{
    /// <summary>Stable and short, as in <c>/webhooks/{name}</c> and in the books: <c>stripe</c>.</summary>
    string Name { get; }

    /// <summary>Which book its keys belong to.</summary>
    Book Book { get; }

    GatewayFace Face { get; }

    GatewayAbilities Abilities { get; }

    /// <summary>Opens the provider's page for a payment. The same payment gives the same page.</summary>
    Task<HostedPage> Start(PaymentOrder order, CancellationToken ct);

    /// <summary>What became of a payment, by the provider's reference of its page or of the payment itself.</summary>
    Task<PaymentState> Read(string reference, CancellationToken ct);

    /// <summary>Charges a method that the buyer left for it, while they are away.</summary>
    Task<PaymentState> Charge(OffSessionCharge charge, CancellationToken ct);

    /// <summary>Gives money back. The same refund gives the same answer.</summary>
    Task<RefundState> Refund(RefundOrder order, CancellationToken ct);

    Task<RefundState> ReadRefund(string reference, CancellationToken ct);

    Task<DisputeState> ReadDispute(string reference, CancellationToken ct);

    /// <summary>Reads a webhook after checking that the provider made it.</summary>
    /// <param name="body">As it came: the signature is over these bytes.</param>
    /// <returns>Null for a forgery.</returns>
    Notice? Verify(ReadOnlySpan<byte> body, IHeaderDictionary headers);

    /// <summary>Where the staff sees a payment at the provider; null where there is no such page.</summary>
    /// <param name="reference">The provider's name of the payment.</param>
    string? DeskUrl(string reference) => null;

    /// <summary>A cheap call that only the right key can make.</summary>
    Task Probe(CancellationToken ct);
}
