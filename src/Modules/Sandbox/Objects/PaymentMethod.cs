using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>A card or a bank account of a payer. The card's number is not kept: only what its holder would recognize.</summary>
internal sealed class PaymentMethod : IStored<PaymentMethod>
{
    /// <summary>The method that settles later.</summary>
    public const string BankDebit = "sepa_debit";

    public static string Kind => "payment_method";

    public static JsonTypeInfo<PaymentMethod> Json => BankJson.Default.PaymentMethod;

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required string Type { get; init; }

    public required string Last4 { get; init; }

    public required string Fingerprint { get; init; }

    public string Brand { get; init; } = "";

    public int ExpiryMonth { get; init; }

    public int ExpiryYear { get; init; }

    /// <summary>Which test card it is, by Stripe's token; null for a card that is none.</summary>
    public string? Token { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Customer { get; set; }

    [JsonIgnore]
    public bool IsCard => Type is "card";

    [JsonIgnore]
    public Columns Columns => new(Type, Customer: Customer);

    /// <summary>What the issuer will say.</summary>
    [JsonIgnore]
    public TestCard Card => TestCards.ByToken(Token) ?? TestCards.NotATestCard;

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Text("allow_redisplay", "limited");
        WriteBillingDetails(json);
        json.Number("created", Created);
        json.Link<Customer>("customer", Customer);
        json.Flag("livemode", false);
        json.Empty("metadata");
        json.Text("type", Type);
        json.Null("customer_account");
        json.Open(Type);
        if (IsCard) WriteCard(json);
        else WriteBankDebit(json);
        json.Close();
    }

    public void WriteBillingDetails(ObjectWriter json)
    {
        json.Open("billing_details");
        json.Open("address");
        json.Null("city", "country", "line1", "line2", "postal_code", "state");
        json.Close();
        json.Text("email", Email);
        json.Text("name", Name);
        json.Null("phone", "tax_id");
        json.Close();
    }

    /// <summary>The same method as a charge tells it.</summary>
    public void WriteUsed(ObjectWriter json, long amount, bool authenticated)
    {
        json.Open("payment_method_details");
        json.Open(Type);
        if (IsCard) WriteUsedCard(json, amount, authenticated);
        else WriteUsedBankDebit(json);
        json.Close();
        json.Text("type", Type);
        json.Close();
    }

    private void WriteCardCore(ObjectWriter json)
    {
        json.Text("brand", Brand);
        json.Open("checks");
        json.Null("address_line1_check", "address_postal_code_check");
        json.Text("cvc_check", "pass");
        json.Close();
        json.Text("country", "US");
        json.Number("exp_month", ExpiryMonth);
        json.Number("exp_year", ExpiryYear);
        json.Text("fingerprint", Fingerprint);
        json.Text("funding", "credit");
        json.Text("last4", Last4);
        json.Null("regulated_status", "wallet");
    }

    private void WriteCard(ObjectWriter json)
    {
        WriteCardCore(json);
        json.Text("display_brand", Brand);
        json.Null("generated_from");
        json.Open("networks");
        json.Texts("available", Brand);
        json.Null("preferred");
        json.Close();
        json.Open("three_d_secure_usage");
        json.Flag("supported", true);
        json.Close();
    }

    private void WriteUsedCard(ObjectWriter json, long amount, bool authenticated)
    {
        WriteCardCore(json);
        json.Number("amount_authorized", amount);
        json.Text("network", Brand);
        json.Null("authorization_code", "electronic_commerce_indicator", "installments", "mandate", "network_transaction_id", "transaction_link_id");
        if (authenticated) WriteProof(json);
        else json.Null("three_d_secure");
    }

    private static void WriteProof(ObjectWriter json)
    {
        json.Open("three_d_secure");
        json.Text("authentication_flow", "challenge");
        json.Text("electronic_commerce_indicator", "05");
        json.Text("result", "authenticated");
        json.Text("version", "2.2.0");
        json.Null("exemption_indicator", "result_reason", "transaction_id");
        json.Close();
    }

    private void WriteBankDebit(ObjectWriter json)
    {
        json.Text("bank_code", "37040044");
        json.Text("branch_code", "");
        json.Text("country", "DE");
        json.Text("fingerprint", Fingerprint);
        json.Open("generated_from");
        json.Null("charge", "setup_attempt");
        json.Close();
        json.Text("last4", Last4);
    }

    private void WriteUsedBankDebit(ObjectWriter json)
    {
        json.Text("bank_code", "37040044");
        json.Text("branch_code", "");
        json.Text("country", "DE");
        json.Text("fingerprint", Fingerprint);
        json.Text("last4", Last4);
        json.Null("mandate");
    }
}
