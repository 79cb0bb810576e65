using Emporium.Accounts.AccountArea;
using Emporium.Accounts.Visiting;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Links;

/// <summary>
/// The button behind a link: only here it is used up. In another browser than the one that asked, the person first says that they know who
/// asked; so nobody is signed in to a stranger's account, or signs a stranger in, without a word.
/// </summary>
internal sealed class UseLink(StoreDb db, LinkDesk links, CustomerEntrance entrance, ChangeEmail email, ScheduleErasure erasure)
{
    /// <returns>Where to go, and the secret of the session that began.</returns>
    public Task<(string Path, string? Session)> Handle(Link link, HttpContext http, CancellationToken ct) => db.Transact(async () =>
    {
        await links.Use(link, ct);
        var done = link.Purpose switch
        {
            LinkPurpose.SignIn => await SignIn(link, http, ct),
            LinkPurpose.ChangeEmail => await email.Confirm(link, ct),
            LinkPurpose.Erase => await erasure.Confirm(link, ct),
            _ => throw new InvalidOperationException($"No link does {link.Purpose}."),
        };
        await db.SaveChangesAsync(ct);
        return done;
    }, ct);

    public static async Task<IResult> Endpoint(string secret, [FromForm] bool? confirmed, HttpContext http, UseLink use, LinkDesk links, AskingBrowser browser, CancellationToken ct)
    {
        try
        {
            var link = (await links.Open(secret, ct)).Link;
            if (confirmed is not true && !browser.Asked(http.Request, link)) return SeeOther.To($"/account/links/{secret}");
            var (path, session) = await use.Handle(link, http, ct);
            if (session is not null) await CustomerCookie.Hand(http, session);
            return SeeOther.To(path);
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<LinkPage>(new { Secret = secret, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    private async Task<(string Path, string? Session)> SignIn(Link link, HttpContext http, CancellationToken ct)
    {
        var customer = await db.Set<CustomerAccount>().SingleAsync(c => c.Id == link.CustomerId, ct);
        return (link.ReturnUrl ?? "/account", await entrance.Admit(customer, http, ct));
    }
}
