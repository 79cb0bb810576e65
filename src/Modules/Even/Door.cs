using Emporium.Accounts.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Even.Contracts;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http;

namespace Emporium.Even;

/// <summary>Who may come in: a signed-in customer whose access to the product is open at this moment. A refund closes the door with the next click.</summary>
internal sealed class Door(ICustomerSession session, IHoldings holdings, ISettings settings)
{
    /// <exception cref="Refusal"><c>tool.not_found</c>, where the store does not sell it; <c>tool.not_held</c>.</exception>
    public async Task<CustomerId> Open(HttpContext http)
    {
        var customer = await session.Current(http) ?? throw Refusal.NotFound("customer");
        if ((await settings.Get<EvenProduct>(http.RequestAborted)).Product is not { } product) throw Refusal.NotFound("tool");
        if (await holdings.Holds(customer.Id, product, http.RequestAborted)) return customer.Id;
        throw Refusal.Forbidden("tool.not_held", $"Even opens for those who have it, and {customer.Email} does not have it now. If you bought it with another address, sign in with that one.");
    }
}
