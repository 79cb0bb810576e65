using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>
/// Charges a saved method while its owner is away (<c>confirm</c> with <c>off_session</c>), or prepares an intent without confirming
/// it. A refusal by the bank answers 402 with the intent, as Stripe does.
/// </summary>
internal static class CreatePaymentIntent
{
    public static Shape Shape { get; } = Shape.Of(
        ("amount", Shape.Integer(0)),
        ("currency", Shape.Currency),
        ("automatic_payment_methods", Shape.Of(("enabled", Shape.Flag), ("allow_redirects", Shape.Choice("always", "never"))).Require("enabled")),
        ("confirm", Shape.Flag),
        ("customer", Shape.Text(255)),
        ("description", Shape.Text(1000)),
        ("error_on_requires_action", Shape.Flag),
        ("metadata", Shape.Metadata),
        ("off_session", Shape.Choice("true", "false", "one_off", "recurring")),
        ("payment_method", Shape.Text(255)),
        ("receipt_email", Shape.Email),
        ("return_url", Shape.Url),
        ("setup_future_usage", Shape.Choice("off_session", "on_session")),
        ("statement_descriptor", Shape.Text(22)),
        ("statement_descriptor_suffix", Shape.Text(22)),
        ("transfer_group", Shape.Text(255)),
        ("expand", Shape.Expand)).Require("amount", "currency");

    public static Answer Do(Call call)
    {
        var form = call.Form;
        var offSession = form.Text("off_session") is not (null or "false");
        Check(form, offSession);
        var customer = form.Text("customer") is { } id ? call.Books.Get<Customer>(id, "customer") : null;
        var method = form.Text("payment_method") is { } given ? Method(call.Books, given, customer) : null;

        var payment = new TakePayment(call.Books);
        var intent = payment.Begin(form.Integer("amount")!.Value, form.Text("currency")!.ToLowerInvariant(), TemplateOf(form), customer?.Id);
        if (method is not null && form.Flag("confirm")) payment.OffSession(intent, method);
        else if (method is not null) Prepare(call.Books, intent, method);
        return intent.LastError is null ? call.Show(intent) : call.Decline(intent);
    }

    private static void Check(Form form, bool offSession)
    {
        Amounts.CheckCharge(form.Integer("amount")!.Value, form.Text("currency")!, "amount");
        if (offSession && !form.Flag("confirm"))
            throw StripeError.Invalid("You can only set `off_session` when confirming: send confirm=true with it.", "off_session", "payment_intent_invalid_parameter");
        if (!form.Flag("confirm")) return;
        if (!offSession)
            throw StripeError.Invalid("The sandbox confirms off-session only: send off_session=true, or use a Checkout Session while the payer is there.", "off_session");
        if (form.Text("payment_method") is null)
            throw StripeError.Invalid("You cannot confirm this PaymentIntent because it's missing a payment method.", "payment_method", "parameter_missing");
    }

    private static PaymentMethod Method(Books books, string given, Customer? customer)
    {
        if (TestCards.ByToken(given) is { } card) return books.Add(CardMethod.Of(books, card, card.Number, 12, 2034, null, null));
        var method = books.Get<PaymentMethod>(given, "payment_method");
        if (method.Customer is null)
            throw StripeError.Invalid("The provided PaymentMethod was previously used without being attached to a Customer and cannot be used again.", "payment_method");
        if (customer is null)
            throw StripeError.Invalid($"The PaymentMethod {given} belongs to a Customer. Please include the Customer in the `customer` parameter.", "payment_method");
        if (method.Customer != customer.Id)
            throw StripeError.Invalid($"The payment method {given} does not belong to the Customer you supplied ({customer.Id}).", "payment_method");
        return method;
    }

    private static void Prepare(Books books, PaymentIntent intent, PaymentMethod method)
    {
        (intent.PaymentMethod, intent.Status) = (method.Id, PaymentIntent.NeedsConfirmation);
        books.Put(intent);
    }

    private static IntentTemplate TemplateOf(Form form) => new()
    {
        Description = form.Text("description"),
        Metadata = form.Map("metadata"),
        ReceiptEmail = form.Text("receipt_email"),
        SetupFutureUsage = form.Text("setup_future_usage"),
        StatementDescriptor = form.Text("statement_descriptor"),
        StatementDescriptorSuffix = form.Text("statement_descriptor_suffix"),
        TransferGroup = form.Text("transfer_group"),
    };
}
