using Emporium.Platform.Mail;

namespace Emporium.Host.Desk;

/// <summary>
/// A letter as its reader sees it, on a page of its own: letters style themselves inline, which the desk's policy forbids, and may
/// quote what a stranger wrote, so the sandbox takes away their origin, scripts and forms.
/// </summary>
internal static class LetterView
{
    private const string Policy = "sandbox allow-popups; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static async Task<IResult> Endpoint(MailId id, IMailDesk mails, HttpContext http, CancellationToken ct)
    {
        var letter = await mails.OpenFor(http.User, id, ct) ?? throw Refusal.NotFound("mail");
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(letter.Html, "text/html; charset=utf-8");
    }
}
