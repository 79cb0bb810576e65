using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>Gives back all that is left of a charge, or part of it.</summary>
internal static class CreateRefund
{
    public static Shape Shape { get; } = Shape.Of(
        ("amount", Shape.Integer(1)),
        ("charge", Shape.Text(255)),
        ("payment_intent", Shape.Text(255)),
        ("reason", Shape.Choice("duplicate", "fraudulent", "requested_by_customer")),
        ("metadata", Shape.Metadata),
        ("expand", Shape.Expand));

    public static Answer Do(Call call)
    {
        var refund = new RefundCharge(call.Books).Begin(ChargeOf(call), call.Form.Integer("amount"), call.Form.Text("reason"), call.Form.Map("metadata"));
        return call.Show(refund);
    }

    private static Charge ChargeOf(Call call) => (call.Form.Text("charge"), call.Form.Text("payment_intent")) switch
    {
        ({ } charge, null) => call.Books.Get<Charge>(charge, "charge"),
        (null, { } intent) => call.Books.Find<Charge>(SucceededChargeOf(call, intent))!,
        (null, null) => throw StripeError.Invalid("One of the following params should be provided for this request: payment_intent or charge.", code: "parameter_missing"),
        _ => throw StripeError.Invalid("You may only specify one of these parameters: charge, payment_intent.", code: "parameters_exclusive"),
    };

    private static string SucceededChargeOf(Call call, string id)
    {
        var intent = call.Books.Get<PaymentIntent>(id, "payment_intent");
        return intent is { Status: PaymentIntent.Succeeded, LatestCharge: { } charge }
            ? charge
            : throw StripeError.Invalid($"This PaymentIntent ({id}) does not have a successful charge to refund.", "payment_intent", "payment_intent_unexpected_state");
    }
}
