using System.Globalization;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Desk;

public partial class OrderPage
{
    /// <summary>What was typed into the refund form, kept as typed so that a refused form shows it again.</summary>
    public sealed record RefundForm(string Key, string Amount, string Currency, string? Reason)
    {
        public static RefundForm Of(IFormCollection form) =>
            new(form["key"].ToString(), form["amount"].ToString().Trim(), form["currency"].ToString(), form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null);

        public OrderRefundId DemandKey() => OrderRefundId.TryParse(Key, null, out var id)
            ? id
            : throw Refusal.Invalid("refund.form_stale", "This form is not complete. Load the page again.");

        /// <summary>The amount in major units, with a point or a comma.</summary>
        /// <exception cref="Refusal"><c>refund.amount_invalid</c>.</exception>
        public Money DemandAmount()
        {
            if (Reason?.Length > 500) throw Refusal.Invalid("refund.reason_too_long", "Say it in at most 500 characters.", "reason");
            if (!Emporium.Currency.IsKnown(Currency)
                || !decimal.TryParse(Amount.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)
                || major > 1_000_000_000 || major * Emporium.Currency.UnitOf(Currency) is var minor && minor != decimal.Truncate(minor))
                throw Refusal.Invalid("refund.amount_invalid", "Write the amount in figures, such as 12.50.", "amount");
            return new Money((long)minor, Currency);
        }
    }
}
