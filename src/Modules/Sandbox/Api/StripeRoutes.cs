using Emporium.Sandbox.Objects;

namespace Emporium.Sandbox.Api;

/// <summary>The part of Stripe's API that the sandbox plays.</summary>
internal static class StripeRoutes
{
    public static readonly IReadOnlyList<Verb> All =
    [
        Verb.Post("checkout/sessions", CreateSession.Shape, CreateSession.Do),
        Verb.List<CheckoutSession>("checkout/sessions", "payment_intent", "customer"),
        Verb.Get<CheckoutSession>("checkout/sessions"),
        Verb.Post("checkout/sessions/{id}/expire", ExpireSession.Shape, ExpireSession.Do),
        Verb.Get("checkout/sessions/{id}/line_items", ListLineItems.Shape, ListLineItems.Do),

        Verb.Post("payment_intents", CreatePaymentIntent.Shape, CreatePaymentIntent.Do),
        Verb.List<PaymentIntent>("payment_intents", "customer"),
        Verb.Get<PaymentIntent>("payment_intents"),
        Verb.Post("payment_intents/{id}/cancel", CancelPaymentIntent.Shape, CancelPaymentIntent.Do),

        Verb.List<Charge>("charges", "payment_intent", "customer"),
        Verb.Get<Charge>("charges"),
        Verb.Get<BalanceTransaction>("balance_transactions"),

        Verb.Post("refunds", CreateRefund.Shape, CreateRefund.Do),
        Verb.List<Refund>("refunds", "payment_intent", "charge"),
        Verb.Get<Refund>("refunds"),

        Verb.Get<Customer>("customers"),
        Verb.Get("customers/{id}/payment_methods", ListPaymentMethods.Shape, ListPaymentMethods.Do),
        Verb.Get<PaymentMethod>("payment_methods"),

        Verb.List<Dispute>("disputes", "payment_intent", "charge"),
        Verb.Get<Dispute>("disputes"),
        Verb.Post("disputes/{id}", UpdateDispute.Shape, UpdateDispute.Do),
        Verb.Post("disputes/{id}/close", CloseDispute.Shape, CloseDispute.Do),
        Verb.List<EarlyFraudWarning>("radar/early_fraud_warnings", "payment_intent", "charge"),
        Verb.Get<EarlyFraudWarning>("radar/early_fraud_warnings"),

        Verb.Get("events", ListEvents.Shape, ListEvents.Do),
        Verb.Get("events/{id}", ShowEvent.Shape, ShowEvent.Do),
    ];
}
