using Emporium.Payments.Gateways.Stripe;

namespace Emporium.Tests.Payments.Stripe;

/// <summary>The encoding of Stripe's own libraries.</summary>
public sealed class StripeFormTests
{
    [Fact]
    public void Maps_nest_in_brackets_that_stay_as_they_are() => Assert.Equal(
        "payment_intent_data[metadata][order]=ord_1",
        new StripeForm { ["payment_intent_data"] = new StripeForm { ["metadata"] = new StripeForm { ["order"] = "ord_1" } } }.Encode());

    [Fact]
    public void Lists_are_always_indexed() => Assert.Equal(
        "line_items[0][quantity]=1&line_items[1][quantity]=2&expand[0]=a.b",
        new StripeForm { ["line_items"] = new[] { new StripeForm { ["quantity"] = 1 }, new StripeForm { ["quantity"] = 2 } }, ["expand"] = new[] { "a.b" } }.Encode());

    [Fact]
    public void Everything_but_brackets_is_percent_encoded() => Assert.Equal(
        "metadata[a%20b%26c]=1%2B1%20%3D%202%20%E2%82%AC",
        new StripeForm { ["metadata"] = new StripeForm { ["a b&c"] = "1+1 = 2 €" } }.Encode());

    [Fact]
    public void Booleans_are_words() => Assert.Equal("confirm=true&off_session=false", new StripeForm { ["confirm"] = true, ["off_session"] = false }.Encode());

    [Fact]
    public void An_empty_text_clears_and_null_is_left_out() => Assert.Equal("metadata[a]=", new StripeForm { ["metadata"] = new StripeForm { ["a"] = "" }, ["customer_email"] = null }.Encode());
}
