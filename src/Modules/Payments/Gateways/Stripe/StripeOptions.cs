using Emporium.Platform;
using Microsoft.Extensions.Configuration;

namespace Emporium.Payments.Gateways.Stripe;

/// <summary>
/// Section <c>Payments:Stripe</c>. Without a key the store talks to its sandbox, under the sandbox's own key and secret, and by the
/// same code as with Stripe.
/// </summary>
/// <param name="ApiBase">Without a final slash.</param>
/// <param name="WebhookSecrets">More than one while the secret is being replaced.</param>
internal sealed record StripeOptions(string SecretKey, IReadOnlyList<string> WebhookSecrets, string ApiBase)
{
    private const string Section = "Payments:Stripe";
    private const string Official = "https://api.stripe.com";

    /// <summary>The key's kind and its last four letters.</summary>
    public string KeyHint => $"{SecretKey[..Math.Min(8, SecretKey.Length)]}…{SecretKey[Math.Max(0, SecretKey.Length - 4)..]}";

    /// <summary>True where the other side is the store's own test bank.</summary>
    public bool IsSandbox => ApiBase.EndsWith("/sandbox/stripe", StringComparison.Ordinal);

    public Book Book => IsLive(SecretKey) ? Book.Live : Book.Test;

    /// <exception cref="InvalidOperationException">The settings are dangerous or contradict each other; the message names the setting.</exception>
    /// <summary>Where the buyer pays, which is not where the API is.</summary>
    public string PageOrigin => ApiBase == Official ? "https://checkout.stripe.com" : new Uri(ApiBase).GetLeftPart(UriPartial.Authority);

    /// <summary>Stripe's own dashboard; null where the API is somebody else's, such as the sandbox.</summary>
    public string? DeskUrl => ApiBase == Official ? $"https://dashboard.stripe.com{(Book is Book.Test ? "/test" : "")}" : null;

    public static StripeOptions From(IConfiguration configuration, StoreAddress store)
    {
        var section = configuration.GetSection(Section);
        return section["SecretKey"] is { Length: > 0 } key
            ? Own(key, Secrets(section), (section["ApiBase"] ?? Official).TrimEnd('/'), configuration.GetValue("Sandbox:Enabled", false))
            : Sandbox(configuration.GetSection("Sandbox"), section["ApiBase"], store);
    }

    private static StripeOptions Own(string key, IReadOnlyList<string> secrets, string apiBase, bool hasSandbox)
    {
        if (!IsLive(key) && !key.StartsWith("sk_test_", StringComparison.Ordinal) && !key.StartsWith("rk_test_", StringComparison.Ordinal))
            throw Wrong("SecretKey", "must begin with sk_live_ or sk_test_ (or rk_ for a restricted key).");
        if (IsLive(key) && hasSandbox) throw Wrong("SecretKey", "is a live key, and Sandbox:Enabled is on. A store that takes real money plays no bank: switch one off.");
        if (IsLive(key) && secrets.Count == 0) throw Wrong("WebhookSecrets", "is empty. Stripe shows the signing secret (whsec_…) beside the webhook endpoint; without it no payment is believed.");
        if (!Uri.TryCreate(apiBase, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw Wrong("ApiBase", "must be an https address; http is for this machine only.");
        return new StripeOptions(key, secrets, apiBase);
    }

    private static StripeOptions Sandbox(IConfigurationSection sandbox, string? apiBase, StoreAddress store) => new(
        sandbox["SecretKey"] ?? "sk_test_none",
        sandbox["WebhookSecret"] is { Length: > 0 } secret ? [secret] : [],
        (apiBase ?? sandbox["PublicUrl"] ?? store.To("/sandbox/stripe")).TrimEnd('/'));

    private static IReadOnlyList<string> Secrets(IConfigurationSection section) =>
        section["WebhookSecrets"] is { Length: > 0 } inline
            ? inline.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : section.GetSection("WebhookSecrets").Get<string[]>() ?? [];

    private static bool IsLive(string key) => key.StartsWith("sk_live_", StringComparison.Ordinal) || key.StartsWith("rk_live_", StringComparison.Ordinal);

    private static InvalidOperationException Wrong(string setting, string sentence) => new($"{Section}:{setting} {sentence}");
}
