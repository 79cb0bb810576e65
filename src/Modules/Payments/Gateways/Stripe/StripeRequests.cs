using Emporium.Payments.Contracts;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>What is asked of Stripe, in its words.</summary>
internal static class StripeRequests
{
    /// <summary>The names under which our ids travel in Stripe's metadata.</summary>
    public const string Payment = "payment";

    public const string Refunded = "refund";

    public const string Reference = "reference";

    /// <summary>The buyer becomes a customer and their card may be charged again: a one-click offer after the purchase needs both.</summary>
    public static StripeForm Session(PaymentOrder order) => new()
    {
        ["mode"] = "payment",
        ["line_items"] = order.Items.Select(Line),
        ["success_url"] = order.ReturnUrl,
        ["cancel_url"] = order.CancelUrl,
        ["client_reference_id"] = order.Reference,
        ["customer_email"] = order.BuyerEmail,
        ["customer_creation"] = "always",
        ["expires_at"] = order.Expires.ToUnixTimeSeconds(),
        ["metadata"] = About(order.Payment, order.Reference),
        ["payment_intent_data"] = new StripeForm { ["setup_future_usage"] = "off_session", ["metadata"] = About(order.Payment, order.Reference) },
    };

    public static StripeForm Charge(OffSessionCharge charge) => new()
    {
        ["amount"] = StripeAmounts.ToWire(charge.Amount),
        ["currency"] = Lower(charge.Amount),
        ["customer"] = charge.Customer,
        ["payment_method"] = charge.Method,
        ["off_session"] = true,
        ["confirm"] = true,
        ["error_on_requires_action"] = true,
        ["metadata"] = About(charge.Payment, charge.Reference),
        ["expand"] = new[] { "latest_charge.balance_transaction" },
    };

    public static StripeForm Refund(RefundOrder order)
    {
        var about = About(order.Payment, order.Reference);
        about[Refunded] = order.Refund.ToString();
        return new StripeForm
        {
            ["payment_intent"] = order.GatewayPayment,
            ["amount"] = StripeAmounts.ToWire(order.Amount),
            ["reason"] = "requested_by_customer",
            ["metadata"] = about,
            ["expand"] = new[] { "payment_intent" },
        };
    }

    public static StripeForm Expand(string path) => new() { ["expand"] = new[] { path } };

    // A line's amount is for all of its pieces. Where it does not divide evenly, the page shows one line of "3 × …".
    private static StripeForm Line(PaymentItem item)
    {
        var each = item.Amount with { Minor = item.Amount.Minor / item.Quantity };
        var divides = each * item.Quantity == item.Amount && each.Minor % StripeAmounts.Limits[each.Currency].Step == 0;
        return new StripeForm
        {
            ["price_data"] = new StripeForm
            {
                ["currency"] = Lower(item.Amount),
                ["unit_amount"] = StripeAmounts.ToWire(divides ? each : item.Amount),
                ["product_data"] = new StripeForm { ["name"] = divides ? item.Name : $"{item.Quantity} × {item.Name}" },
            },
            ["quantity"] = divides ? item.Quantity : 1,
        };
    }

    private static StripeForm About(PaymentId payment, string reference) => new() { [Payment] = payment.ToString(), [Reference] = reference };

    private static string Lower(Money amount) => amount.Currency.ToLowerInvariant();
}
