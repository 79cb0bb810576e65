namespace Emporium.Sandbox;

/// <summary>Configuration section <c>Sandbox</c>: what the operator decides about the test bank.</summary>
internal sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Mounts the bank in the store's own process.</summary>
    public bool Enabled { get; set; }

    /// <summary>Path of the bank's SQLite file; the store's database is another one.</summary>
    public string Database { get; set; } = "data/sandbox.db";

    /// <summary>The API key that the store must show.</summary>
    public string SecretKey { get; set; } = "sk_test_sandbox_emporium";

    /// <summary>Signs the webhooks.</summary>
    public string WebhookSecret { get; set; } = "whsec_sandbox_emporium";

    /// <summary>The store's endpoint.</summary>
    public string WebhookUrl { get; set; } = "http://localhost:5080/webhooks/stripe";

    /// <summary>Event types that are sent, as one enables them for an endpoint at Stripe; <c>*</c> is all. The others can still be listed.</summary>
    public string[] WebhookEvents { get; set; } = [];

    public int WebhookTimeoutSeconds { get; set; } = 10;

    /// <summary>Where payers reach the bank's own pages: the address under which <c>/sandbox/stripe</c> is seen from outside.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080/sandbox/stripe";

    /// <summary>How long bank debits, slow refunds and disputes take to be decided.</summary>
    public int SettleAfterSeconds { get; set; } = 2;

    /// <summary>What docs/payments.md tells a merchant to enable.</summary>
    internal static readonly string[] DefaultEvents =
    [
        "checkout.session.completed", "checkout.session.expired", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
        "payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.processing", "payment_intent.canceled",
        "refund.created", "refund.updated", "refund.failed",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated",
        "radar.early_fraud_warning.created",
    ];

    /// <summary>Everything wrong with the configuration, each as a sentence that names the setting.</summary>
    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Database)) yield return "Sandbox:Database must name a file, for example data/sandbox.db.";
        if (!SecretKey.StartsWith("sk_test_", StringComparison.Ordinal)) yield return "Sandbox:SecretKey must begin with sk_test_: the sandbox never takes a live key.";
        if (!WebhookSecret.StartsWith("whsec_", StringComparison.Ordinal)) yield return "Sandbox:WebhookSecret must begin with whsec_.";
        if (!IsHttp(WebhookUrl)) yield return "Sandbox:WebhookUrl must be an absolute http(s) address: the store's /webhooks/stripe.";
        if (!IsHttp(PublicUrl) || PublicUrl.EndsWith('/')) yield return "Sandbox:PublicUrl must be an absolute http(s) address without a slash at its end.";
        if (WebhookTimeoutSeconds is < 1 or > 60) yield return "Sandbox:WebhookTimeoutSeconds must be 1 to 60.";
        if (SettleAfterSeconds is < 0 or > 86_400) yield return "Sandbox:SettleAfterSeconds must be 0 to 86400.";
    }

    private static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https";
}
