using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>Opens a visit to the payment page. Prices come with the call (<c>price_data</c>): the sandbox keeps no catalog.</summary>
internal static class CreateSession
{
    private const long ShortestSeconds = 30 * 60;
    private const long LongestSeconds = 24 * 60 * 60;

    private static readonly Shape Product = Shape.Of(
        ("name", Shape.Text(250)), ("description", Shape.Text()), ("images", Shape.ListOf(Shape.Url, 8)),
        ("metadata", Shape.Metadata), ("tax_code", Shape.Text(100)), ("unit_label", Shape.Text(12))).Require("name");

    private static readonly Shape Price = Shape.Of(
        ("currency", Shape.Currency), ("unit_amount", Shape.Integer(0)), ("product_data", Product),
        ("tax_behavior", Shape.Choice("exclusive", "inclusive", "unspecified"))).Require("currency", "unit_amount", "product_data");

    private static readonly Shape Line = Shape.Of(
        ("price_data", Price), ("quantity", Shape.Integer(1, 999_999)), ("metadata", Shape.Metadata)).Require("price_data", "quantity");

    private static readonly Shape Intent = Shape.Of(
        ("description", Shape.Text(1000)), ("metadata", Shape.Metadata), ("receipt_email", Shape.Email),
        ("setup_future_usage", Shape.Choice("off_session", "on_session")),
        ("statement_descriptor", Shape.Text(22)), ("statement_descriptor_suffix", Shape.Text(22)), ("transfer_group", Shape.Text(255)));

    public static Shape Shape { get; } = Shape.Of(
        ("mode", Shape.Choice("payment")),
        ("line_items", Shape.ListOf(Line)),
        ("success_url", Shape.Url),
        ("cancel_url", Shape.Url),
        ("client_reference_id", Shape.Text(200)),
        ("customer", Shape.Text(255)),
        ("customer_email", Shape.Email),
        ("customer_creation", Shape.Choice("always", "if_required")),
        ("expires_at", Shape.Integer(0)),
        ("locale", Shape.Text(10)),
        ("metadata", Shape.Metadata),
        ("payment_intent_data", Intent),
        ("submit_type", Shape.Choice("auto", "book", "donate", "pay")),
        ("ui_mode", Shape.Choice("hosted_page")),
        ("expand", Shape.Expand)).Require("mode", "line_items", "success_url");

    public static Answer Do(Call call)
    {
        var session = Session(call);
        Check(call, session);
        call.Books.Add(session);
        return call.Show(session);
    }

    private static CheckoutSession Session(Call call)
    {
        var (form, now, id) = (call.Form, call.Books.Now, StripeId.New("cs_test_", 58));
        var lines = form.Items("line_items").Select(line => LineOf(line, now)).ToList();
        return new CheckoutSession
        {
            Id = id,
            Created = now,
            ExpiresAt = form.Integer("expires_at") ?? now + LongestSeconds,
            Currency = lines[0].Currency,
            Lines = lines,
            SuccessUrl = form.Text("success_url")!,
            CancelUrl = form.Text("cancel_url"),
            ClientReferenceId = form.Text("client_reference_id"),
            Customer = form.Text("customer"),
            CustomerEmail = form.Text("customer_email"),
            CustomerCreation = form.Text("customer") is null ? form.Text("customer_creation") ?? "if_required" : null,
            Locale = form.Text("locale"),
            SubmitType = form.Text("submit_type"),
            Metadata = form.Map("metadata"),
            Intent = TemplateOf(form.Child("payment_intent_data")),
            Url = $"{call.Books.Options.PublicUrl}/pay/{id}",
        };
    }

    private static void Check(Call call, CheckoutSession session)
    {
        var form = call.Form;
        if (session.Lines.Exists(line => line.Currency != session.Currency))
            throw StripeError.Invalid("All line items must have the same currency.", "line_items");
        Amounts.CheckCharge(session.Total, session.Currency, "line_items");
        if (session.ExpiresAt < session.Created + ShortestSeconds || session.ExpiresAt > session.Created + LongestSeconds)
            throw StripeError.Invalid("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", "expires_at");
        if (session.Customer is not { } customer) return;
        call.Books.Get<Customer>(customer, "customer");
        if (form.Text("customer_email") is not null || form.Text("customer_creation") is not null)
            throw StripeError.Invalid("You may only specify one of these parameters: customer, customer_email, customer_creation.", "customer", "parameters_exclusive");
    }

    private static LineItem LineOf(Form line, long now)
    {
        var (price, product) = (line.Child("price_data")!, line.Child("price_data")!.Child("product_data")!);
        return new LineItem(
            StripeId.New("li_"), StripeId.New("price_"), StripeId.New("prod_", 14), product.Text("name")!, product.Text("description"),
            price.Text("currency")!.ToLowerInvariant(), price.Integer("unit_amount")!.Value, line.Integer("quantity")!.Value,
            price.Text("tax_behavior") ?? "unspecified", now);
    }

    private static IntentTemplate TemplateOf(Form? form) => form is null ? new() : new()
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
