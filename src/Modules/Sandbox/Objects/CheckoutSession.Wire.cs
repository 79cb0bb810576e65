using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

internal sealed partial class CheckoutSession
{
    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        WriteMoney(json);
        WritePayer(json);
        WriteState(json);
        WriteUnused(json);
        if (!json.Includes("line_items")) return;
        json.Open("line_items");
        WriteLines(json);
        json.Close();
    }

    public void WriteLines(ObjectWriter json) =>
        json.List($"/v1/checkout/sessions/{Id}/line_items", Lines, hasMore: false, line => json.Body(line.Write));

    private void WriteMoney(ObjectWriter json)
    {
        json.Number("amount_subtotal", Total);
        json.Number("amount_total", Total);
        json.Text("currency", Currency);
        json.Open("automatic_tax");
        json.Flag("enabled", false);
        json.Null("liability", "provider", "status");
        json.Close();
        json.Open("total_details");
        json.Number("amount_discount", 0);
        json.Number("amount_shipping", 0);
        json.Number("amount_tax", 0);
        json.Close();
    }

    private void WritePayer(ObjectWriter json)
    {
        json.Link<Customer>("customer", Customer);
        json.Text("customer_creation", CustomerCreation);
        json.Text("customer_email", CustomerEmail);
        if (Status is Complete) WriteDetails(json);
        else json.Null("customer_details");
        json.Open("collected_information");
        json.Null("business_name", "individual_name", "shipping_details");
        json.Close();
    }

    private void WriteDetails(ObjectWriter json)
    {
        json.Open("customer_details");
        json.Null("address", "business_name", "individual_name", "phone");
        json.Text("email", PayerEmail);
        json.Text("name", PayerName);
        json.Text("tax_exempt", "none");
        json.Texts("tax_ids");
        json.Close();
    }

    private void WriteState(ObjectWriter json)
    {
        json.Text("cancel_url", CancelUrl);
        json.Text("client_reference_id", ClientReferenceId);
        json.Number("created", Created);
        json.Number("expires_at", ExpiresAt);
        json.Flag("livemode", false);
        json.Text("locale", Locale);
        json.Map("metadata", Metadata);
        json.Text("mode", "payment");
        json.Link<PaymentIntent>("payment_intent", PaymentIntent);
        json.Text("payment_method_collection", "if_required");
        json.Texts("payment_method_types", "card", PaymentMethod.BankDebit);
        json.Text("payment_status", PaymentStatus);
        json.Text("status", Status);
        json.Text("submit_type", SubmitType);
        json.Text("success_url", SuccessUrl);
        json.Text("ui_mode", "hosted_page");
        json.Text("url", IsOpen ? Url : null);
    }

    private static void WriteUnused(ObjectWriter json)
    {
        json.Open("adaptive_pricing");
        json.Flag("enabled", false);
        json.Close();
        json.Open("custom_text");
        json.Null("after_submit", "shipping_address", "submit", "terms_of_service_acceptance");
        json.Close();
        json.Open("invoice_creation");
        json.Flag("enabled", false);
        json.Open("invoice_data");
        json.Null("account_tax_ids", "custom_fields", "description", "footer", "issuer", "rendering_options");
        json.Empty("metadata");
        json.Close();
        json.Close();
        json.Open("phone_number_collection");
        json.Flag("enabled", false);
        json.Close();
        json.Texts("custom_fields");
        json.Texts("shipping_options");
        json.Empty("payment_method_options");
        json.Null(
            "after_expiration", "allow_promotion_codes", "allowed_payment_method_types", "billing_address_collection", "client_secret",
            "consent", "consent_collection", "currency_conversion", "customer_account", "discounts", "integration_identifier", "invoice",
            "managed_payments", "origin_context", "payment_link", "payment_method_configuration_details", "permissions", "recovered_from",
            "saved_payment_method_options", "setup_intent", "shipping_address_collection", "shipping_cost", "subscription", "wallet_options");
    }
}
