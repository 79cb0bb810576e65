using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>A payer whose method may be charged again.</summary>
internal sealed record Customer(string Id, long Created, string? Email, string? Name) : IStored<Customer>
{
    public static string Kind => "customer";

    public static JsonTypeInfo<Customer> Json => BankJson.Default.Customer;

    [JsonIgnore]
    public Columns Columns => default;

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", Kind);
        json.Number("balance", 0);
        json.Number("created", Created);
        json.Flag("delinquent", false);
        json.Text("email", Email);
        json.Text("name", Name);
        json.Open("invoice_settings");
        json.Null("custom_fields", "default_payment_method", "footer", "rendering_options");
        json.Close();
        json.Flag("livemode", false);
        json.Empty("metadata");
        json.Texts("preferred_locales");
        json.Text("tax_exempt", "none");
        json.Null("address", "currency", "default_source", "description", "discount", "phone", "shipping", "test_clock");
    }
}
