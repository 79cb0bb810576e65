using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Me;

/// <summary>The name that stands in the rail, in the audit log and in letters.</summary>
internal sealed class ChangeName(StoreDb db, Person person)
{
    public async Task Handle(string? name, HttpContext http, CancellationToken ct)
    {
        if (name?.Trim() is not { Length: > 0 and <= StaffMember.NameLength } given)
            throw Refusal.Invalid("staff.name_required", $"Say how you are called, in at most {StaffMember.NameLength} characters.", "name");
        (await person.Find(http, ct)).Name = given;
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Endpoint([FromForm] string? name, ChangeName change, HttpContext http, CancellationToken ct)
    {
        try
        {
            await change.Handle(name, http, ct);
            return SeeOther.To(Person.Home).Saying("Saved.");
        }
        catch (Refusal refused) when (refused.Input is not null)
        {
            return new RazorComponentResult<MePage>(new { Typed = name, Refused = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }
}
