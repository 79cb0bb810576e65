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

namespace Emporium.Accounts.Me;

/// <summary>Makes one's passkeys, names them, and takes them away.</summary>
internal sealed class PasskeyForms(StoreDb db, Person person, PasskeyCeremony<StaffMember> ceremony, PasskeyRack rack, RecoveryCodes recovery, Factors factors)
{
    /// <returns>The recovery codes, where there were none yet.</returns>
    public async Task<IReadOnlyList<string>?> Add(string? name, string? credential, HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        await ceremony.Make(name, credential, Entity(member), http, ct);
        var held = await factors.Of(member.Id, ct);
        var codes = held.RecoveryCodes == 0 ? await recovery.Renew(member.Id, ct) : null;
        await person.SaveAndTell(member, "A passkey was added to your account", http, ct);
        return codes;
    }

    public async Task Rename(string id, string? name, HttpContext http, CancellationToken ct)
    {
        await rack.Rename(http.User.StaffId().ToString(), id, name, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task Remove(string id, HttpContext http, CancellationToken ct)
    {
        var member = await person.Find(http, ct);
        await rack.Remove(member.Id.ToString(), id, ct);
        if (await factors.Of(member.Id, ct) is { Authenticator: false, Passkeys: 1 }) await recovery.Remove(member.Id, ct);
        await person.SaveAndTell(member, "A passkey was removed from your account", http, ct);
    }

    public static async Task<ContentHttpResult> Options(PasskeyCeremony<StaffMember> ceremony, Person person, HttpContext http, CancellationToken ct) =>
        PasskeyQuestion.Of(await ceremony.AskToMake(Entity(await person.Find(http, ct)), http));

    public static async Task<IResult> AddEndpoint([FromForm] string? label, [FromForm] string? credential, PasskeyForms forms, HttpContext http, CancellationToken ct)
    {
        try
        {
            return await forms.Add(label, credential, http, ct) is { } codes ? CodesPage.With(codes, http) : SeeOther.To(Person.Home).Saying("Your passkey is ready. Next time you can sign in with it alone.");
        }
        catch (Refusal refused) when (refused.Code is "passkey.refused" or "passkey.too_many")
        {
            return new RazorComponentResult<MePage>(new { RefusedPasskey = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
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

    private static PasskeyUserEntity Entity(StaffMember member) => new() { Id = member.Id.ToString(), Name = member.Email, DisplayName = member.Name };
}
