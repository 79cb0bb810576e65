using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Letters;
using Emporium.Accounts.Links;
using Emporium.Accounts.Visiting;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.AccountArea;

/// <summary>Moves a customer to another address, once they proved that they read it; an old session is not enough to ask. Their orders follow; the old address is told; other browsers are signed out.</summary>
internal sealed class ChangeEmail(
    StoreDb db, LinkDesk links, LetterDesk letters, CustomerSessions sessions, IEnumerable<IFollowAddress> followers, IHttpContextAccessor current)
{
    /// <summary>Asks the new mailbox. Says nothing of whether somebody else has the address: only who reads it is told, by the link.</summary>
    /// <exception cref="Refusal"><c>customer.email_invalid</c>, <c>customer.email_same</c>, <c>customer.letters_too_many</c>.</exception>
    public async Task Ask(Customer customer, string? email, Asker asker, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var address))
            throw Refusal.Invalid("customer.email_invalid", "This does not look like an e-mail address. Write it like name@example.com.", "email");
        if (address.Key == EmailAddress.KeyOf(customer.Email)) throw Refusal.Invalid("customer.email_same", "This is your address already.", "email");
        if (await links.Write(customer.Id, LinkPurpose.ChangeEmail, asker, address.Written, ct) is not var (link, url))
            throw Refusal.Conflict("customer.letters_too_many", "You asked for several letters within the hour. Look among those that came, or wait a little.", "email");

        var store = await letters.Store(ct);
        await letters.Post("account.new_address", customer.Id.ToString(), $"account.new_address:{link.Id[..16]}", address.Written, new PlainLetter(
            $"Is this your address at {store}?",
            ["Somebody with an account asked to use this address for it from now on."],
            new("Confirm this address", url),
            ["The link works once, for a day. If it was not you, you need do nothing."]), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Part of the transaction that uses the link up.</summary>
    /// <exception cref="Refusal"><c>customer.email_taken</c>.</exception>
    public async Task<(string Path, string? Session)> Confirm(Link link, CancellationToken ct)
    {
        var customer = await db.Set<CustomerAccount>().SingleAsync(c => c.Id == link.CustomerId, ct);
        await Move(customer, link.Email!, ct);
        return ("/account/details?done=moved", null);
    }

    /// <summary>Part of the caller's unit of work.</summary>
    /// <exception cref="Refusal"><c>customer.email_invalid</c>, <c>customer.email_taken</c>.</exception>
    public async Task Move(CustomerAccount customer, string email, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var address))
            throw Refusal.Invalid("customer.email_invalid", "This does not look like an e-mail address. Write it like name@example.com.", "email");
        if (await db.Set<CustomerAccount>().AnyAsync(c => c.EmailKey == address.Key && c.Id != customer.Id, ct))
            throw Refusal.Conflict("customer.email_taken", "Another account uses this address. Sign in to that one, or take another address.", "email");

        var old = customer.Email;
        await TellOld(customer, old, ct);
        customer.Move(address);
        foreach (var follower in followers) await follower.Follow(customer.Id, old, address.Written, ct);
        await sessions.EndOthers(customer.Id, await SecretHere(customer.Id), ct);
    }

    public static async Task<IResult> Endpoint([FromForm] string? email, HttpContext http, SignedInCustomer signedIn, AskingBrowser browser, ChangeEmail change, CancellationToken ct)
    {
        try
        {
            await change.Ask(await signedIn.DemandLately(http, ct), email, new Asker(browser.Mark(http), http.Request.Headers.UserAgent.ToString()), ct);
            return SeeOther.To("/account/details?done=asked");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<DetailsPage>(new { NewEmail = email ?? "", Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    private async Task TellOld(CustomerAccount customer, string old, CancellationToken ct)
    {
        var store = await letters.Store(ct);
        await letters.Post("account.address_changed", customer.Id.ToString(), $"account.address_changed:{Secret.New()}", old, new PlainLetter(
            $"Your address at {store} has changed",
            ["Your account uses another e-mail address from now on. Your orders moved with it, and other browsers were signed out."],
            Closing: ["If that was not you, write to us at once: we can undo it."]), ct);
    }

    // The browser in which it is confirmed stays signed in, if it was.
    private async Task<string?> SecretHere(CustomerId customer)
    {
        if (current.HttpContext is not { } http) return null;
        var known = await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.AuthenticateAsync(http, CustomerCookie.Scheme);
        return known.Principal?.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value == customer.ToString() ? known.Principal?.FindFirst(CustomerCookie.SecretClaim)?.Value : null;
    }
}
