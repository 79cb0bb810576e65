using Emporium.Accounts.Customers;
using Emporium.Accounts.Visiting;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.AccountArea;

/// <summary>What a customer says of themselves: name, postal address, how they read dates and amounts.</summary>
internal sealed class ChangeDetails(StoreDb db, SignedInCustomer signedIn)
{
    /// <exception cref="Refusal"><c>customer.name_too_long</c>, <c>customer.address_too_long</c>, <c>customer.language_unknown</c>.</exception>
    public async Task Handle(HttpContext http, DetailsPage.Details details, CancellationToken ct)
    {
        var known = await signedIn.Demand(http);
        var customer = await db.Set<CustomerAccount>().SingleAsync(c => c.Id == known.Id, ct);
        customer.Describe(details.Name, details.Address, details.Language);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Endpoint([FromForm] string? name, [FromForm] string? address, [FromForm] string? language, HttpContext http, ChangeDetails change, CancellationToken ct)
    {
        var typed = new DetailsPage.Details(name, address, language);
        try
        {
            await change.Handle(http, typed, ct);
            return SeeOther.To("/account/details?done=saved");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<DetailsPage>(new { Typed = typed, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }
}
