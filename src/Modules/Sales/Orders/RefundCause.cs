namespace Emporium.Sales.Orders;

/// <summary>Why money goes back, in one word that can be counted. The words beside it say the rest.</summary>
internal enum RefundCause
{
    Requested,
    NotAsDescribed,
    Defective,
    Duplicate,
    Fraudulent,
    Goodwill,
    Other,
}
