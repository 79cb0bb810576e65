using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>Closes an open session before its time.</summary>
internal static class ExpireSession
{
    public static Shape Shape { get; } = Shape.Of(("expand", Shape.Expand));

    public static Answer Do(Call call)
    {
        var session = call.Books.Get<CheckoutSession>(call.Id, "session");
        if (!session.IsOpen)
            throw StripeError.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {session.Status}.");
        new PaySession(call.Books).Expire(session);
        return call.Show(session);
    }
}
