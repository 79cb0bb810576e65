namespace Emporium.Payments.Contracts;

/// <summary>Whose money it is that a gateway's own name stands for.</summary>
public interface IPaymentSearch
{
    /// <param name="gatewayName">Of a payment, a page, a refund or a dispute, as the gateway writes it, or the store's own id of the payment.</param>
    /// <returns>The references of the payments that it names.</returns>
    Task<IReadOnlyList<string>> References(string gatewayName, CancellationToken ct);
}
