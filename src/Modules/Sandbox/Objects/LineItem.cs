using System.Globalization;
using System.Text.Json.Serialization;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Objects;

/// <summary>A line of a session. Its price and product exist only for it, as with <c>price_data</c> at Stripe.</summary>
internal sealed record LineItem(
    string Id, string Price, string Product, string Name, string? Description, string Currency, long UnitAmount, long Quantity, string TaxBehavior, long Created)
{
    [JsonIgnore]
    public long Total => checked(UnitAmount * Quantity);

    public void Write(ObjectWriter json)
    {
        json.Text("id", Id);
        json.Text("object", "item");
        json.Null("adjustable_quantity");
        json.Number("amount_discount", 0);
        json.Number("amount_subtotal", Total);
        json.Number("amount_tax", 0);
        json.Number("amount_total", Total);
        json.Text("currency", Currency);
        json.Text("description", Name);
        json.Empty("metadata");
        json.Open("price");
        WritePrice(json);
        json.Close();
        json.Number("quantity", Quantity);
    }

    private void WritePrice(ObjectWriter json)
    {
        json.Text("id", Price);
        json.Text("object", "price");
        json.Flag("active", false);
        json.Text("billing_scheme", "per_unit");
        json.Number("created", Created);
        json.Text("currency", Currency);
        json.Flag("livemode", false);
        json.Empty("metadata");
        json.Text("product", Product);
        json.Text("tax_behavior", TaxBehavior);
        json.Text("type", "one_time");
        json.Number("unit_amount", UnitAmount);
        json.Text("unit_amount_decimal", UnitAmount.ToString(CultureInfo.InvariantCulture));
        json.Null("custom_unit_amount", "lookup_key", "nickname", "recurring", "tiers_mode", "transform_quantity");
    }
}
