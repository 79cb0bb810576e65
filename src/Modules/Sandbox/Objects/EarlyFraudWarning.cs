using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>The issuer suspects fraud; no money moves yet.</summary>
internal sealed record EarlyFraudWarning(string Id, long Created, string Charge, string PaymentIntent) : IStored<EarlyFraudWarning>
{
    public static string Kind => "radar.early_fraud_warning";

    public static JsonTypeInfo<EarlyFraudWarning> Json => BankJson.Default.EarlyFraudWarning;

    [JsonIgnore]
    public Columns Columns => new(PaymentIntent: PaymentIntent, Charge: Charge);

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Flag("actionable", true);
        json.Link<Charge>("charge", Charge);
        json.Number("created", Created);
        json.Text("fraud_type", "made_with_stolen_card");
        json.Flag("livemode", false);
        json.Link<PaymentIntent>("payment_intent", PaymentIntent);
    }
}
