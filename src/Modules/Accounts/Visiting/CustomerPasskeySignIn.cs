using Emporium.Accounts.Customers;
using Emporium.Accounts.Links;
using Emporium.Accounts.Passkeys;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Visiting;

/// <summary>Lets a customer in by a passkey instead of a letter. It says itself whose it is, and whatever is wrong gets one answer: who asks does not learn who buys here.</summary>
internal sealed class CustomerPasskeySignIn(StoreDb db, PasskeyCeremony<CustomerAccount> passkeys, CustomerEntrance entrance)
{
    /// <returns>The secret of the session that began.</returns>
    /// <exception cref="Refusal"><c>passkey.refused</c>.</exception>
    public async Task<string> Handle(string? credential, HttpContext http, CancellationToken ct)
    {
        var customer = await passkeys.Check(credential, http, ct);
        return await db.Transact(async () =>
        {
            var session = await entrance.Admit(customer, http, ct);
            await db.SaveChangesAsync(ct);
            return session;
        }, ct);
    }

    public static async Task<IResult> Endpoint([FromForm] string? credential, string? returnUrl, CustomerPasskeySignIn signIn, HttpContext http, CancellationToken ct)
    {
        try
        {
            await CustomerCookie.Hand(http, await signIn.Handle(credential, http, ct));
            return SeeOther.Within(returnUrl, "/account");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<CustomerSignInPage>(new { Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }
}
