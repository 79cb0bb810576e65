using System.Net.Mime;
using System.Text;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.SecondFactors;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Me;

/// <summary>Makes one's passkeys, names them, and takes them away.</summary>
internal sealed class PasskeyForms(StoreDb db, Person person, PasskeyCeremony<StaffMember> ceremony, UserManager<StaffMember> staff, RecoveryCodes recovery, Factors factors)
{
    /// <returns>The recovery codes, where there were none yet.</returns>
    public async Task<IReadOnlyList<string>?> Add(string? name, string? credential, HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        var made = await ceremony.Make(credential, Entity(member), http, ct);
        made.Name = NameOf(name) ?? BrowserName.Of(http.Request.Headers.UserAgent.ToString());
        var held = await factors.Of(member.Id, ct);
        await staff.AddOrUpdatePasskeyAsync(member, made);
        var codes = held.RecoveryCodes == 0 ? await recovery.Renew(member.Id, ct) : null;
        await person.SaveAndTell(member, "A passkey was added to your account", http, ct);
        return codes;
    }

    public async Task Rename(string id, string? name, HttpContext http, CancellationToken ct)
    {
        var passkey = await Find(id, http, ct);
        passkey.Name = NameOf(name) ?? passkey.Name;
        await db.SaveChangesAsync(ct);
    }

    public async Task Remove(string id, HttpContext http, CancellationToken ct)
    {
        var (member, passkey) = (await person.Find(http, ct), await Find(id, http, ct));
        db.Remove(passkey);
        if (await factors.Of(member.Id, ct) is { Authenticator: false, Passkeys: 1 }) await recovery.Remove(member.Id, ct);
        await person.SaveAndTell(member, "A passkey was removed from your account", http, ct);
    }

    public static async Task<ContentHttpResult> Options(PasskeyCeremony<StaffMember> ceremony, Person person, HttpContext http, CancellationToken ct) =>
        TypedResults.Text(await ceremony.AskToMake(Entity(await person.Find(http, ct)), http), MediaTypeNames.Application.Json, Encoding.UTF8);

    public static async Task<IResult> AddEndpoint([FromForm] string? label, [FromForm] string? credential, PasskeyForms forms, HttpContext http, CancellationToken ct)
    {
        try
        {
            return await forms.Add(label, credential, http, ct) is { } codes ? CodesPage.With(codes, http) : SeeOther.To(Person.Home).Saying("Your passkey is ready. Next time you can sign in with it alone.");
        }
        catch (Refusal refused) when (refused.Code is "passkey.refused")
        {
            return new RazorComponentResult<MePage>(new { RefusedPasskey = refused }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    public static async Task<IResult> RenameEndpoint(string id, [FromForm] string? name, PasskeyForms forms, HttpContext http, CancellationToken ct)
    {
        await forms.Rename(id, name, http, ct);
        return SeeOther.To(Person.Home).Saying("Renamed.");
    }

    public static async Task<IResult> RemoveEndpoint(string id, PasskeyForms forms, HttpContext http, CancellationToken ct)
    {
        await forms.Remove(id, http, ct);
        return SeeOther.To(Person.Home).Saying("The passkey opens nothing any more. Delete it on your device, too.");
    }

    /// <exception cref="Refusal"><c>passkey.not_found</c>.</exception>
    private async Task<Passkey> Find(string id, HttpContext http, CancellationToken ct)
    {
        var holder = http.User.StaffId().ToString();
        return await db.Set<Passkey>().SingleOrDefaultAsync(p => p.CredentialId == id && p.Holder == holder, ct) ?? throw Refusal.NotFound("passkey");
    }

    private static PasskeyUserEntity Entity(StaffMember member) => new() { Id = member.Id.ToString(), Name = member.Email, DisplayName = member.Name };

    private static string? NameOf(string? typed) => typed?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, Passkey.NameLength)] : null;
}
