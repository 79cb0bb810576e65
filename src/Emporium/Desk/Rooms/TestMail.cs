using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Rooms;

/// <summary>Sends a test letter and shows the server's own answer.</summary>
internal static class TestMail
{
    public sealed record Request([property: Required, StringLength(254)] string To);

    public static async Task<Ok<MailVerdict>> Endpoint(Request request, MailTest test, ISettings settings, StoreDb db, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await Handle(request.To, test, settings, db, clock, ct));

    public static async Task<IResult> Form(IFormCollection form, MailTest test, ISettings settings, StoreDb db, TimeProvider clock, CancellationToken ct)
    {
        var to = form["to"].ToString().Trim();
        try
        {
            return new RazorComponentResult<MailRoomPage>(new { TestedTo = to, Verdict = await Handle(to, test, settings, db, clock, ct) });
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<MailRoomPage>(new { TestedTo = to, TestRefused = refusal }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <exception cref="Refusal"><c>mail.recipient_invalid</c>.</exception>
    private static async Task<MailVerdict> Handle(string to, MailTest test, ISettings settings, StoreDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!MailAddress.TryCreate(to, out var parsed) || parsed.Address != to) throw Refusal.Invalid("mail.recipient_invalid", "Write the e-mail address that the test letter goes to.", "to");
        var verdict = await test.Send(to, ct);
        if (!verdict.IsGood) return verdict;
        await settings.Set((await settings.Read<MailSettings>(ct)).Value with { TestedAt = clock.Now }, ct);
        await db.SaveChangesAsync(ct);
        return verdict;
    }
}
