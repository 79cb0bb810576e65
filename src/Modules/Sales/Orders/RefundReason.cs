namespace Emporium.Sales.Orders;

/// <summary>Why money goes back.</summary>
/// <param name="Words">For the staff; the buyer does not see them.</param>
internal readonly record struct RefundReason(string? Words, RefundCause? Cause = null);
