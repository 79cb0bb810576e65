namespace Emporium.Payments.Gateways;

internal enum GatewayFault
{
    /// <summary>May pass: no connection, a timeout, an error of theirs, too many calls, a key that the operator has to mend.</summary>
    Unavailable,

    /// <summary>The gateway understood and said no; asking again changes nothing.</summary>
    Refused,

    /// <summary>The buyer's bank said no.</summary>
    Declined,
}

/// <summary>A call to a gateway that brought no answer to work with.</summary>
/// <param name="code">The gateway's own code, where it gave one.</param>
internal sealed class GatewayException(GatewayFault fault, string? code, string message, Exception? inner = null) : Exception(message, inner)
{
    public GatewayFault Fault => fault;

    public string? Code => code;
}
