using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>A line of the merchant's balance: what came or went, what Stripe kept of it, what is left.</summary>
/// <param name="Source">The charge, refund or dispute behind it.</param>
internal sealed record BalanceTransaction(
    string Id, long Created, string Type, string ReportingCategory, string Source, string Currency, long Amount, long Fee, string? Description)
    : IStored<BalanceTransaction>
{
    private const long SettlesAfterSeconds = 2 * 24 * 60 * 60;

    public static string Kind => "balance_transaction";

    public static JsonTypeInfo<BalanceTransaction> Json => BankJson.Default.BalanceTransaction;

    [JsonIgnore]
    public long Net => Amount - Fee;

    [JsonIgnore]
    public Columns Columns => new(Type, Currency, Amount, Charge: Source);

    public static BalanceTransaction Of(Books books, string type, string category, string source, string currency, long amount, long fee = 0, string? description = null) =>
        books.Add(new BalanceTransaction(StripeId.New("txn_"), books.Now, type, category, source, currency, amount, fee, description));

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Number("amount", Amount);
        json.Number("available_on", Created + SettlesAfterSeconds);
        json.Text("balance_type", "payments");
        json.Number("created", Created);
        json.Text("currency", Currency);
        json.Text("description", Description);
        json.Null("exchange_rate");
        json.Number("fee", Fee);
        json.Items("fee_details", Fee == 0 ? [] : new[] { this }, fee => fee.WriteFee(json));
        json.Number("net", Net);
        json.Text("reporting_category", ReportingCategory);
        json.Text("source", Source);
        json.Text("status", "pending");
        json.Text("type", Type);
    }

    private void WriteFee(ObjectWriter json)
    {
        json.Number("amount", Fee);
        json.Null("application");
        json.Text("currency", Currency);
        json.Text("description", Type is "adjustment" ? "Dispute fee" : "Stripe processing fees");
        json.Text("type", "stripe_fee");
    }
}
