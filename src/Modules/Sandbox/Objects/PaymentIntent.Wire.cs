using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

internal sealed partial class PaymentIntent
{
    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Number("amount", Amount);
        json.Number("amount_capturable", 0);
        json.Open("amount_details");
        json.Empty("tip");
        json.Close();
        json.Number("amount_received", Status is Succeeded ? Amount : 0);
        json.Text("currency", Currency);
        WriteState(json);
        WriteTemplate(json);
        json.Open("automatic_payment_methods");
        json.Text("allow_redirects", "always");
        json.Flag("enabled", true);
        json.Close();
        json.Text("capture_method", "automatic_async");
        json.Text("client_secret", ClientSecret);
        json.Text("confirmation_method", "automatic");
        json.Number("created", Created);
        json.Flag("livemode", false);
        json.Empty("payment_method_options");
        json.Texts("payment_method_types", "card", Objects.PaymentMethod.BankDebit);
        json.Null(
            "allowed_payment_method_types", "application", "application_fee_amount", "customer_account", "excluded_payment_method_types",
            "managed_payments", "on_behalf_of", "payment_method_configuration_details", "payment_record", "processing", "review", "shipping", "source");
    }

    private void WriteState(ObjectWriter json)
    {
        json.Text("status", Status);
        json.Number("canceled_at", CanceledAt);
        json.Text("cancellation_reason", CancellationReason);
        json.Link<Customer>("customer", Customer);
        json.Link<PaymentMethod>("payment_method", Status is NeedsMethod ? null : PaymentMethod);
        json.Link<Charge>("latest_charge", LatestCharge);
        WriteLastError(json);
        WriteNextAction(json);
    }

    private void WriteLastError(ObjectWriter json)
    {
        if (LastError is null)
        {
            json.Null("last_payment_error");
            return;
        }

        json.Open("last_payment_error");
        LastError.Write(json, LatestCharge, PaymentMethod);
        json.Close();
    }

    private void WriteNextAction(ObjectWriter json)
    {
        if (Status is not NeedsAction)
        {
            json.Null("next_action");
            return;
        }

        json.Open("next_action");
        json.Text("type", "redirect_to_url");
        json.Open("redirect_to_url");
        json.Text("return_url", ReturnUrl);
        json.Text("url", ChallengeUrl);
        json.Close();
        json.Close();
    }

    private void WriteTemplate(ObjectWriter json)
    {
        json.Text("description", Template.Description);
        json.Map("metadata", Template.Metadata);
        json.Text("receipt_email", Template.ReceiptEmail);
        json.Text("setup_future_usage", Template.SetupFutureUsage);
        json.Text("statement_descriptor", Template.StatementDescriptor);
        json.Text("statement_descriptor_suffix", Template.StatementDescriptorSuffix);
        json.Text("transfer_group", Template.TransferGroup);
    }
}
