using Emporium.Payments.Gateways.Stripe;
using Emporium.Platform;
using Microsoft.Extensions.Configuration;

namespace Emporium.Tests.Payments.Stripe;

public sealed class StripeOptionsTests
{
    [Fact]
    public void Without_a_key_the_store_talks_to_its_sandbox()
    {
        var options = Of();

        Assert.Equal(Book.Test, options.Book);
        Assert.Equal("http://localhost:5080/sandbox/stripe", options.ApiBase);
        Assert.StartsWith("sk_test_", options.SecretKey, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_key_writes_the_test_book() => Assert.Equal(Book.Test, Of(("Payments:Stripe:SecretKey", "sk_test_1")).Book);

    [Fact]
    public void A_live_key_writes_the_live_book()
    {
        var options = Of(("Payments:Stripe:SecretKey", "sk_live_1"), ("Payments:Stripe:WebhookSecrets", "whsec_old, whsec_new"));

        Assert.Equal(Book.Live, options.Book);
        Assert.Equal("https://api.stripe.com", options.ApiBase);
        Assert.Equal(["whsec_old", "whsec_new"], options.WebhookSecrets);
    }

    [Fact]
    public void A_live_key_beside_the_sandbox_is_refused() =>
        Refused("Sandbox:Enabled", ("Payments:Stripe:SecretKey", "sk_live_1"), ("Payments:Stripe:WebhookSecrets", "whsec_1"), ("Sandbox:Enabled", "true"));

    [Fact]
    public void A_live_key_without_a_webhook_secret_is_refused() => Refused("WebhookSecrets", ("Payments:Stripe:SecretKey", "sk_live_1"));

    [Fact]
    public void A_key_that_is_none_is_refused() => Refused("SecretKey", ("Payments:Stripe:SecretKey", "pk_live_1"));

    [Fact]
    public void A_key_is_not_sent_in_the_open() =>
        Refused("ApiBase", ("Payments:Stripe:SecretKey", "sk_test_1"), ("Payments:Stripe:ApiBase", "http://stripe.example"));

    [Fact]
    public void A_key_may_be_sent_within_this_machine() =>
        Assert.Equal("http://127.0.0.1:9", Of(("Payments:Stripe:SecretKey", "sk_test_1"), ("Payments:Stripe:ApiBase", "http://127.0.0.1:9/")).ApiBase);

    private static void Refused(string setting, params (string, string)[] settings) =>
        Assert.Contains(setting, Assert.Throws<InvalidOperationException>(() => Of(settings)).Message, StringComparison.Ordinal);

    private static StripeOptions Of(params (string Key, string Value)[] settings) => StripeOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(), new StoreAddress("http://localhost:5080"));

    [Theory]
    [InlineData("https://api.stripe.com", "https://checkout.stripe.com")]
    [InlineData("http://localhost:5090/sandbox/stripe", "http://localhost:5090")]
    public void Forms_may_lead_to_where_the_buyer_pays(string api, string page) =>
        Assert.Equal(page, new StripeOptions("sk_test_1", ["whsec_1"], api).PageOrigin);
}
