namespace Emporium.Sales.Contracts;

/// <summary>What may be done with what an order delivered.</summary>
public enum Standing
{
    Active,

    /// <summary>It rests until the bank has decided a dispute.</summary>
    Suspended,

    Revoked,
}

/// <summary>
/// What the news about an order add up to, for a module that delivers something for it and keeps a row for each order. Each reaction has a
/// queue of its own, so a refund may be heard of before the payment, and the end of a dispute before its beginning: the sequence of the
/// order's facts decides, not their arrival. What was revoked stays so, unless the refund that took it back failed in the end.
/// </summary>
public abstract class OrderStanding
{
    /// <summary>Why something ended that a full refund took.</summary>
    public const string Refunded = "The order was refunded.";

    public OrderId OrderId { get; init; }

    public Standing Status { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Of the latest fact heard.</summary>
    public long Sequence { get; private set; }

    /// <summary>Of the latest fact that undid a full refund; zero where there is none.</summary>
    public long ReturnedBy { get; private set; }

    /// <summary>True once what was paid for has been delivered.</summary>
    public bool IsServed { get; private set; }

    /// <returns>False for old news.</returns>
    public bool Hear(Standing news, string? reason, long sequence)
    {
        var isNews = Status is not Standing.Revoked && sequence > (news is Standing.Revoked ? ReturnedBy : Sequence);
        if (isNews) (Status, Reason) = (news, reason);
        Sequence = Math.Max(Sequence, sequence);
        return isNews;
    }

    /// <summary>The refund that took everything back did not reach the buyer after all.</summary>
    /// <returns>False where nothing was revoked before.</returns>
    public bool Return(long sequence)
    {
        var isNews = Status is Standing.Revoked && sequence > Sequence;
        if (isNews) (Status, Reason) = (Standing.Active, null);
        ReturnedBy = Math.Max(ReturnedBy, sequence);
        Sequence = Math.Max(Sequence, sequence);
        return isNews;
    }

    /// <returns>False where it was delivered before.</returns>
    public bool Serve(long sequence)
    {
        if (IsServed) return false;
        Hear(Standing.Active, null, sequence);
        return IsServed = true;
    }
}
