using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

internal sealed partial class Dispute
{
    /// <summary>The evidence that is text; Stripe's other fields are files, which the sandbox does not take.</summary>
    public static readonly string[] EvidenceFields =
    [
        "access_activity_log", "billing_address", "cancellation_policy_disclosure", "cancellation_rebuttal", "customer_email_address",
        "customer_name", "customer_purchase_ip", "duplicate_charge_explanation", "duplicate_charge_id", "product_description",
        "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "shipping_address", "shipping_carrier", "shipping_date",
        "shipping_tracking_number", "uncategorized_text",
    ];

    private const long ResponseSeconds = 9 * 24 * 60 * 60;

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Number("amount", Amount);
        json.Embed<BalanceTransaction>("balance_transactions", BalanceTransactions);
        json.Link<Charge>("charge", Charge);
        json.Number("created", Created);
        json.Text("currency", Currency);
        json.Texts("enhanced_eligibility_types");
        WriteEvidence(json);
        json.Null("intended_submission_method");
        json.Flag("is_charge_refundable", IsInquiry);
        json.Flag("livemode", false);
        json.Map("metadata", Metadata);
        json.Link<PaymentIntent>("payment_intent", PaymentIntent);
        WriteMethod(json);
        json.Text("reason", Reason);
        json.Text("status", Status);
    }

    private void WriteEvidence(ObjectWriter json)
    {
        json.Open("evidence");
        foreach (var field in EvidenceFields) json.Text(field, Evidence.GetValueOrDefault(field));
        json.Null(
            "cancellation_policy", "customer_communication", "customer_signature", "duplicate_charge_documentation", "receipt",
            "refund_policy", "service_documentation", "shipping_documentation", "uncategorized_file");
        json.Empty("enhanced_evidence");
        json.Close();
        json.Open("evidence_details");
        json.Number("due_by", Created + ResponseSeconds);
        json.Empty("enhanced_eligibility");
        json.Flag("has_evidence", Evidence.Count > 0);
        json.Flag("past_due", false);
        json.Number("submission_count", Submissions);
        json.Text("submission_method", Submissions > 0 ? "manual" : "not_submitted");
        json.Close();
    }

    private void WriteMethod(ObjectWriter json)
    {
        json.Open("payment_method_details");
        json.Open("card");
        json.Text("brand", Brand);
        json.Text("case_type", IsInquiry ? "inquiry" : "chargeback");
        json.Text("network", Brand);
        json.Text("network_reason_code", Reason is "fraudulent" ? "10.4" : "13.1");
        json.Close();
        json.Text("type", "card");
        json.Close();
    }
}
