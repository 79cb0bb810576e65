using Emporium.Accounts.Letters;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Resetting;

/// <summary>Sets the password that somebody chose by a link from their mailbox. It signs nobody in: the second factor is asked for as ever.</summary>
internal sealed class ResetPassword(StoreDb db, Resets resets, NewPassword passwords, StaffLetters letters)
{
    public async Task Handle(string token, Form form, Caller caller, CancellationToken ct)
    {
        var reset = await resets.Find(token, ct);
        var member = await db.Set<StaffMember>().SingleAsync(m => m.Id == reset.StaffId, ct);
        await passwords.Set(member, form.Password, form.Again);
        await resets.CloseAll(member.Id, ct);
        await letters.Changed(member, "Your password was changed", caller, ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Endpoint(string token, IFormCollection posted, ResetPassword reset, HttpContext http, CancellationToken ct)
    {
        try
        {
            await reset.Handle(token, new(posted["password"], posted["again"]), Caller.Of(http), ct);
            return SeeOther.To("/admin/sign-in?changed=true");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<ResetPage>(new { Token = token, Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <param name="Again">The password once more, against a slip of the finger.</param>
    internal sealed record Form(string? Password, string? Again);
}
