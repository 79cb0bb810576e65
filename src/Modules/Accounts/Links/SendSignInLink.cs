using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Letters;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Links;

/// <summary>
/// Lets customers in by a letter instead of a password. Whoever asks is answered before anybody looks whether the address is known, always
/// the same; an unknown address gets no letter.
/// </summary>
internal sealed class SendSignInLink(StoreDb db, ICustomers customers, LinkDesk links, LetterDesk letters)
{
    public async Task Handle(string email, Asker asker, CancellationToken ct)
    {
        if (await customers.FindByEmail(email, ct) is { } customer) await Send(customer, asker, ct);
    }

    /// <summary>Writes the letter and saves.</summary>
    /// <returns>False where the mailbox had enough letters for now.</returns>
    public async Task<bool> Send(Customer customer, Asker asker, CancellationToken ct)
    {
        if (await links.Write(customer.Id, LinkPurpose.SignIn, asker, null, ct) is not var (link, url)) return false;
        var store = await letters.Store(ct);
        await letters.Post("account.sign_in", customer.Id.ToString(), $"account.sign_in:{link.Id[..16]}", customer.Email, new PlainLetter(
            $"Sign in at {store}",
            [asker.Browser is null ? "The people of the store sent you this link, so that you can open your account." : "You asked for a link to open your account."],
            new("Sign in", url),
            [$"It works once, for {Link.SignInValidity.TotalMinutes:0} minutes. If you did not ask for it, you need do nothing: without it nobody gets in."]), ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    public static SeeOther Endpoint([FromForm] string? email, string? returnUrl, HttpContext http, AskingBrowser browser, Errands errands)
    {
        var asker = new Asker(browser.Mark(http), http.Request.Headers.UserAgent.ToString(), Local(returnUrl));
        if (EmailAddress.TryParse(email, out var address)) errands.Add<SendSignInLink>((send, ct) => send.Handle(address.Written, asker, ct));
        return SeeOther.To("/account/sign-in?sent=true");
    }

    private static string? Local(string? path) =>
        path is ['/', ..] and { Length: < 500 } && Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult.IsLocalUrl(path) ? path : null;
}
