using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Desk.Refunding;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Emporium.Tests.Sales;

public sealed class CheckoutFormTests
{
    [Theory]
    [InlineData("", "", "PT", "checkout.email_required", "email")]
    [InlineData("ada@example.org", "", "XX", "checkout.country_unknown", "country")]
    public void What_is_missing_is_said_beside_its_field(string email, string name, string country, string code, string input)
    {
        var refusal = Assert.Throws<Refusal>(() => CheckoutPage.Form.Of(Form(("email", email), ("name", name), ("country", country))).DemandBuyer());

        Assert.Equal((code, input), (refusal.Code, refusal.Input));
    }

    [Fact]
    public void Nonsense_in_the_hidden_fields_is_as_if_nothing_was_agreed()
    {
        var form = CheckoutPage.Form.Of(Form(("version", "-1"), ("total", "1e9"), ("currency", "EURO")));

        Assert.Equal((null, null), (form.Version, form.Shown));
    }

    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("12,5", 1250)]
    [InlineData("29", 2900)]
    public void A_refund_may_be_written_with_point_or_comma(string amount, long cents) =>
        Assert.Equal(cents, Chosen(amount).Demand("EUR").Lines![0].Amount!.Value.Minor);

    [Theory]
    [InlineData("-1")]
    [InlineData("1.999")]
    [InlineData("1e3")]
    [InlineData("9999999999999999999999")]
    [InlineData("")]
    public void A_refund_that_is_no_amount_is_refused(string amount) =>
        Assert.Equal(amount.Length == 0 ? "refund.nothing_chosen" : "refund.line_invalid", Make.RefusalOf(() => Chosen(amount).Demand("EUR")));

    [Fact]
    public void Every_country_has_a_name_and_can_be_chosen_in_any_case()
    {
        Assert.Equal(249, Countries.All.Count);
        Assert.All(Countries.All, c => Assert.True(c.Name.Length > 2 && Countries.Get(c.Code.ToLowerInvariant()) == c.Code));
    }

    private static RefundSelection Chosen(string amount) =>
        RefundSelection.Read(Form(("cause", "Goodwill"), ($"amount.{OrderLineId.New(Make.Time)}", amount)));

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
}
