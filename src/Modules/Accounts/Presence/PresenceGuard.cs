using Emporium.Accounts.SigningIn;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Presence;

/// <summary>
/// Stands behind every permission. Where an endpoint demands a step-up, the session must have proved itself within <see cref="Fresh"/>: a page
/// leads to the question and back, a form is carried along and done after it, a program that uses a session is told. A key is its own proof.
/// </summary>
internal sealed class PresenceGuard(Envelope envelope, IAntiforgery antiforgery, Enrolment enrolment, IProblemDetailsService problems, TimeProvider clock) : IAuthorizationMiddlewareResultHandler
{
    public const string Page = "/admin/confirm";

    /// <summary>How long a proof holds: signing in, a password, a code, a passkey (OWASP ASVS 5.0, 7.5.3).</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded && context.User.SessionId() is { } session)
        {
            if (await enrolment.IsOwed(context))
            {
                await SendToEnrol(context);
                return;
            }
            if (StepUp.IsRequiredBy(context.GetEndpoint()) && clock.Now - context.User.ProvedAt() > Fresh)
            {
                await Ask(context, session);
                return;
            }
        }
        await usual.HandleAsync(next, context, policy, authorizeResult);
    }

    private Task SendToEnrol(HttpContext http)
    {
        if (!http.Request.WantsPage()) return Refuse(http, StatusCodes.Status403Forbidden, "second_factor.required", $"The store's owner demands a second factor from everybody. Set one up at {Enrolment.Page}.");
        http.Response.Redirect($"{Enrolment.Page}?required=true");
        return Task.CompletedTask;
    }

    private async Task Ask(HttpContext http, string session)
    {
        if (!http.Request.WantsPage()) await Refuse(http, StatusCodes.Status403Forbidden, "presence.required", "Confirm first that it is you, at /admin/confirm, then send the request again. Programs use an API key instead.");
        else if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) http.Response.Redirect($"{Page}{WayBack.Query($"{http.Request.Path}{http.Request.QueryString}")}");
        else await Show(http, await Carry(http, session));
    }

    /// <summary>The form, sealed; null for what cannot be carried: files, and what is longer than a page can hold.</summary>
    /// <exception cref="Refusal"><c>request.forged</c>: a form of another site is not even asked about.</exception>
    private async Task<string?> Carry(HttpContext http, string session)
    {
        var request = http.Request;
        if (!request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || request.ContentLength > CarriedForm.Longest) return null;
        await DemandOurForm(http);
        var form = await request.ReadFormAsync(http.RequestAborted);
        var fields = form.SelectMany(f => f.Value.Select(value => new CarriedForm.Field(f.Key, value ?? ""))).ToList();
        return envelope.Seal(CarriedForm.PurposeFor(session), new CarriedForm($"{request.Path}{request.QueryString}", fields), CarriedForm.Patience);
    }

    // Authorization comes before antiforgery: without this the question itself would make a forged form look like the person's own wish.
    private async Task DemandOurForm(HttpContext http)
    {
        var metadata = http.GetEndpoint()!.Metadata;
        var isForged = (metadata.GetMetadata<SameOriginRequired>() is not null && !SameOrigin.IsSame(http.Request))
            || (metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true } && !await antiforgery.IsRequestValidAsync(http));
        if (isForged) throw new Refusal(RefusalKind.Forbidden, "request.forged", "This form is too old, or was not sent from the store. Open the page again and repeat what you did.");
    }

    private static Task Show(HttpContext http, string? carried)
    {
        http.Response.Headers.CacheControl = "no-store";
        var page = new { Carried = carried, IsLost = carried is null, Back = carried is null ? CameFrom(http.Request) : null };
        return new RazorComponentResult<ConfirmPage>(page) { StatusCode = StatusCodes.Status403Forbidden }.ExecuteAsync(http);
    }

    private static string? CameFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.Authority == request.Host.Value ? from.PathAndQuery : null;

    private async Task Refuse(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails { Title = message, Status = status, Extensions = { ["code"] = code } },
        });
    }
}
