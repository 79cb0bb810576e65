using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>Gives up collecting, as long as nothing was collected.</summary>
internal static class CancelPaymentIntent
{
    public static Shape Shape { get; } = Shape.Of(
        ("cancellation_reason", Shape.Choice("abandoned", "duplicate", "fraudulent", "requested_by_customer")), ("expand", Shape.Expand));

    public static Answer Do(Call call)
    {
        var intent = call.Books.Get<PaymentIntent>(call.Id, "intent");
        if (!intent.MayCancel)
            throw StripeError.Invalid($"You cannot cancel this PaymentIntent because it has a status of {intent.Status}.", code: "payment_intent_unexpected_state");
        if (call.Books.Objects.Of<CheckoutSession>(intent.Id).Exists(session => session.IsOpen))
            throw StripeError.Invalid("You cannot cancel this PaymentIntent because it was created by a Checkout Session: expire the session instead.", code: "payment_intent_unexpected_state");
        intent.Cancel(call.Form.Text("cancellation_reason"), call.Books.Now);
        call.Books.Put(intent);
        call.Books.Raise("payment_intent.canceled", intent);
        return call.Show(intent);
    }
}
