using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>The methods that a customer left to be charged again.</summary>
internal static class ListPaymentMethods
{
    public static Shape Shape { get; } = Shape.Of([.. Verb.Paging, ("type", Shape.Choice("card", PaymentMethod.BankDebit))]);

    public static Answer Do(Call call)
    {
        var customer = call.Books.Get<Customer>(call.Id, "customer");
        return call.ShowList<PaymentMethod>(
            $"/v1/customers/{customer.Id}/payment_methods", call.Query with { Customer = customer.Id, Status = call.Form.Text("type") });
    }
}
