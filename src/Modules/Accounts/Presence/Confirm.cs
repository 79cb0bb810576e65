using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Presence;

/// <summary>Takes the proof that whoever is signed in still sits there, and sends what waited for it on its way. After ten wrong ones the session is over.</summary>
internal sealed class Confirm(StoreDb db, Proofs proofs, ProofAttempts attempts, Sessions sessions, Envelope envelope)
{
    /// <returns>The form that waited; null where a page did.</returns>
    /// <exception cref="Refusal"><c>presence.wrong</c>, <c>presence.form_expired</c>, <c>passkey.refused</c>.</exception>
    public async Task<CarriedForm?> Handle(ConfirmPage.Proof given, HttpContext http, CancellationToken ct)
    {
        var (session, id) = (http.User.SessionId()!, http.User.StaffId());
        var member = await db.Set<StaffMember>().SingleAsync(m => m.Id == id, ct);
        if (!await attempts.Take(session, ct) || !await proofs.Any(member, given, http, ct)) throw Wrong();

        await db.Transact(async () =>
        {
            await sessions.Prove(session, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        if (string.IsNullOrEmpty(given.Carried)) return null;
        return envelope.Open<CarriedForm>(CarriedForm.PurposeFor(session), given.Carried)
            ?? throw Refusal.Gone("presence.form_expired", "This took longer than a quarter of an hour, and what you sent was not kept. Go back to the page and send it again: you will not be asked.");
    }

    public static async Task<IResult> Endpoint(IFormCollection posted, string? returnUrl, Confirm confirm, HttpContext http, CancellationToken ct)
    {
        var given = new ConfirmPage.Proof(posted["password"], posted["code"], posted["credential"], posted["carried"]);
        try
        {
            if (await confirm.Handle(given, http, ct) is not { } form) return SeeOther.To(WayBack.Of(returnUrl));
            http.Features.Set(form);
            return TypedResults.Empty;
        }
        catch (Refusal refused) when (refused.Kind is RefusalKind.Invalid)
        {
            return new RazorComponentResult<ConfirmPage>(new { given.Carried, Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private static Refusal Wrong() => Refusal.Invalid("presence.wrong", $"This is not right. Try again; after {ProofAttempts.Most} attempts you are signed out.", "password");
}
