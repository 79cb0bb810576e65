using Emporium.Accounts.Visiting;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Consents;

/// <summary>The forms around the newsletter. Who asks learns nothing about who is on the list.</summary>
internal static class NewsletterForms
{
    /// <summary>The form at the foot of cached pages, checked by origin.</summary>
    public static SeeOther AskEndpoint([FromForm] string? email, HttpRequest request, Newsletter newsletter)
    {
        var page = Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from) ? from.AbsolutePath : "/";
        newsletter.Ask(email ?? "", page);
        return SeeOther.To("/newsletter/asked");
    }

    // Asking for the form is what demands its token.
    public static async Task<IResult> ConfirmEndpoint(string token, IFormCollection _, Newsletter newsletter, CancellationToken ct)
    {
        try
        {
            await newsletter.Confirm(token, ct);
            return SeeOther.To("/newsletter/confirmed");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<ConfirmPage>(new { Token = token, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    public static async Task<IResult> EndEndpoint(string token, IFormCollection _, Newsletter newsletter, CancellationToken ct)
    {
        try
        {
            await newsletter.End(token, "link", ct);
            return SeeOther.To("/newsletter/ended");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<EndPage>(new { Token = token, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    /// <summary>A mail program's own button (RFC 8058): it posts from its servers, with no cookie, no origin and no questions. The token is the key.</summary>
    public static async Task<Ok> OneClick(string token, Newsletter newsletter, CancellationToken ct)
    {
        await newsletter.End(token, "one-click", ct);
        return TypedResults.Ok();
    }

    public static async Task<SeeOther> AskFromAccount(IFormCollection _, HttpContext http, SignedInCustomer signedIn, Newsletter newsletter, CancellationToken ct)
    {
        await newsletter.AskNow((await signedIn.Demand(http)).Email, "/account/consents", ct);
        return SeeOther.To("/account/consents?asked=true");
    }

    public static async Task<SeeOther> EndFromAccount(IFormCollection _, HttpContext http, SignedInCustomer signedIn, Newsletter newsletter, CancellationToken ct)
    {
        await newsletter.EndFor((await signedIn.Demand(http)).Email, ct);
        return SeeOther.To("/account/consents");
    }
}
