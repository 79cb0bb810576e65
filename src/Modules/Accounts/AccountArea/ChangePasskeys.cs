using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Letters;
using Emporium.Accounts.Passkeys;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Visiting;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.AccountArea;

/// <summary>A customer's own passkeys: makes them, names them, takes them away, and tells by letter. A passkey outlives every session, so that an old session is not enough.</summary>
internal sealed class ChangePasskeys(StoreDb db, SignedInCustomer signedIn, PasskeyCeremony<CustomerAccount> ceremony, PasskeyRack rack, PasskeyLetters letters)
{
    public const string Page = "/account/sessions";

    /// <exception cref="Refusal"><c>customer.proof_required</c>.</exception>
    public async Task<string> AskToMake(HttpContext http, CancellationToken ct) => await ceremony.AskToMake(Entity(await signedIn.DemandLately(http, ct)), http);

    /// <exception cref="Refusal"><c>customer.proof_required</c>, <c>passkey.refused</c>, <c>passkey.too_many</c>.</exception>
    public async Task Add(string? name, string? credential, HttpContext http, CancellationToken ct)
    {
        var customer = await signedIn.DemandLately(http, ct);
        await ceremony.Make(name, credential, Entity(customer), http, ct);
        await letters.Added(customer, Caller.Of(http), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="Refusal"><c>passkey.not_found</c>.</exception>
    public async Task Rename(string id, string? name, HttpContext http, CancellationToken ct)
    {
        await rack.Rename(Holder(await signedIn.Demand(http)), id, name, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="Refusal"><c>passkey.not_found</c>.</exception>
    public async Task Remove(string id, HttpContext http, CancellationToken ct)
    {
        var customer = await signedIn.Demand(http);
        await rack.Remove(Holder(customer), id, ct);
        await letters.Removed(customer, Caller.Of(http), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Part of the caller's transaction: whoever held the account before they were moved does not come back.</summary>
    public async Task TakeAll(Customer customer, CancellationToken ct)
    {
        if (await rack.Clear(Holder(customer), ct) > 0) await letters.TakenAway(customer, ct);
    }

    public static async Task<ContentHttpResult> Options(ChangePasskeys passkeys, HttpContext http, CancellationToken ct) => PasskeyQuestion.Of(await passkeys.AskToMake(http, ct));

    public static async Task<IResult> AddEndpoint([FromForm] string? label, [FromForm] string? credential, ChangePasskeys passkeys, HttpContext http, CancellationToken ct)
    {
        try
        {
            await passkeys.Add(label, credential, http, ct);
            return SeeOther.To($"{Page}?done=added");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<SessionsPage>(new { Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    public static async Task<SeeOther> RenameEndpoint(string id, [FromForm] string? name, ChangePasskeys passkeys, HttpContext http, CancellationToken ct)
    {
        await passkeys.Rename(id, name, http, ct);
        return SeeOther.To($"{Page}?done=renamed");
    }

    public static async Task<SeeOther> RemoveEndpoint(string id, IFormCollection _, ChangePasskeys passkeys, HttpContext http, CancellationToken ct)
    {
        await passkeys.Remove(id, http, ct);
        return SeeOther.To($"{Page}?done=removed");
    }

    private static string Holder(Customer customer) => customer.Id.ToString();

    private static PasskeyUserEntity Entity(Customer customer) => new() { Id = Holder(customer), Name = customer.Email, DisplayName = customer.Name ?? customer.Email };
}
