using System.Security.Cryptography;
using System.Text;
using Emporium.Accounts.SigningIn;
using Emporium.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Emporium.Accounts.Passkeys;

/// <summary>
/// The two conversations of WebAuthn (level 3, §7.1 and §7.2) with a browser, for whatever kind of person has a
/// <see cref="IUserPasskeyStore{TUser}"/>: making a passkey, and being known by one. What was asked rests in a sealed cookie for five minutes
/// and is good for one answer.
/// </summary>
internal sealed class PasskeyCeremony<TUser>(IPasskeyHandler<TUser> handler, IUserStore<TUser> users, PasskeyRack rack, Envelope envelope, Throttle throttle, StoreAddress address)
    where TUser : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string cookie = HostCookie.NameOf("emporium-passkey", address);
    private readonly string purpose = $"passkey of {typeof(TUser).Name}";

    /// <returns>The options for <c>navigator.credentials.create</c>, as JSON.</returns>
    public async Task<string> AskToMake(PasskeyUserEntity person, HttpContext http)
    {
        var asked = await handler.MakeCreationOptionsAsync(person, http);
        Remember(http, "make", asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>Judges a new passkey, which joins the current unit of work. One that anybody holds, of whatever kind, is not taken.</summary>
    /// <param name="name">What its owner typed; without it the passkey is called after the browser.</param>
    /// <exception cref="Refusal"><c>passkey.refused</c>, <c>passkey.too_many</c>.</exception>
    public async Task Make(string? name, string? credential, PasskeyUserEntity person, HttpContext http, CancellationToken ct)
    {
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential ?? "", AttestationState = await Recall(http, "make", ct) });
        if (!made.Succeeded || made.UserEntity.Id != person.Id || await rack.HolderOf(made.Passkey.CredentialId, ct) is not null) throw Refused();
        if (!await rack.HasRoom(person.Id, ct)) throw Refusal.Conflict("passkey.too_many", $"An account holds at most {PasskeyRack.Most} passkeys. Remove one that you do not use any more.");
        made.Passkey.Name = Passkey.NameOf(name) ?? BrowserName.Of(http.Request.Headers.UserAgent.ToString());
        rack.Add(person.Id, made.Passkey);
    }

    /// <returns>The options for <c>navigator.credentials.get</c>, as JSON. They name nobody: the passkey says whose it is.</returns>
    public async Task<string> Ask(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        Remember(http, "use", asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey answered. Its new state joins the current unit of work.</summary>
    /// <exception cref="Refusal"><c>passkey.refused</c>.</exception>
    public async Task<TUser> Check(string? credential, HttpContext http, CancellationToken ct)
    {
        var used = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential ?? "", AssertionState = await Recall(http, "use", ct) });
        return used.Succeeded && await rack.Touch(await users.GetUserIdAsync(used.User, ct), used.Passkey, ct) ? used.User : throw Refused();
    }

    private void Remember(HttpContext http, string what, string? state) =>
        http.Response.Cookies.Append(cookie, envelope.Seal($"{purpose}, {what}", new Asked(state!), Patience), HostCookie.Small(address, Patience));

    private async Task<string?> Recall(HttpContext http, string what, CancellationToken ct)
    {
        var state = envelope.Open<Asked>($"{purpose}, {what}", http.Request.Cookies[cookie])?.State ?? throw Refused();
        http.Response.Cookies.Delete(cookie, HostCookie.Small(address, TimeSpan.Zero));
        var challenge = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
        return await throttle.Take($"passkey challenge {challenge}", 1, Patience, ct) ? state : throw Refused();
    }

    private static Refusal Refused() => Refusal.Invalid("passkey.refused", "The passkey was not accepted, or it took longer than five minutes. Try once more; if it fails again, use another way.");

    private sealed record Asked(string State);
}
