using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

internal sealed partial class Charge
{
    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        WriteMoney(json);
        Method.WriteBillingDetails(json);
        json.Text("calculated_statement_descriptor", Template.StatementDescriptor ?? "EMPORIUM SANDBOX");
        json.Number("created", Created);
        json.Link<Customer>("customer", Customer);
        json.Text("description", Template.Description);
        json.Empty("fraud_details");
        json.Flag("livemode", false);
        json.Map("metadata", Template.Metadata);
        WriteOutcome(json);
        json.Link<PaymentIntent>("payment_intent", PaymentIntent);
        json.Text("payment_method", Method.Id);
        Method.WriteUsed(json, Amount, Authenticated);
        json.Text("receipt_email", Template.ReceiptEmail);
        WriteRefunds(json);
        json.Text("statement_descriptor", Template.StatementDescriptor);
        json.Text("statement_descriptor_suffix", Template.StatementDescriptorSuffix);
        json.Text("status", Status);
        json.Text("transfer_group", Template.TransferGroup);
        json.Null(
            "application", "application_fee", "application_fee_amount", "failure_balance_transaction", "on_behalf_of", "receipt_number",
            "receipt_url", "review", "shipping", "source", "source_transfer", "transfer_data");
    }

    private void WriteMoney(ObjectWriter json)
    {
        json.Number("amount", Amount);
        json.Number("amount_captured", Succeeded ? Amount : 0);
        json.Number("amount_refunded", AmountRefunded);
        json.Link<BalanceTransaction>("balance_transaction", BalanceTransaction);
        json.Flag("captured", Succeeded);
        json.Text("currency", Currency);
        json.Flag("disputed", Disputed);
        json.Flag("paid", Succeeded);
        json.Flag("refunded", FullyRefunded);
        json.Text("failure_code", Failure?.Code);
        json.Text("failure_message", Failure?.Message);
    }

    private void WriteOutcome(ObjectWriter json)
    {
        json.Open("outcome");
        json.Null("advice_code", "network_advice_code", "network_decline_code");
        json.Text("network_status", Failure is null ? "approved_by_network" : "declined_by_network");
        json.Text("reason", Failure?.Reason);
        json.Text("risk_level", "normal");
        json.Number("risk_score", 20);
        json.Text("seller_message", Failure is null ? "Payment complete." : "The bank did not approve the payment.");
        json.Text("type", Failure is null ? "authorized" : "issuer_declined");
        json.Close();
    }

    private void WriteRefunds(ObjectWriter json)
    {
        if (!json.Includes("refunds")) return;
        json.Open("refunds");
        json.List($"/v1/charges/{Id}/refunds", json.Of<Refund>(PaymentIntent), hasMore: false, json.Body);
        json.Close();
    }
}
