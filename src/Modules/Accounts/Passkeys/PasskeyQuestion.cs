using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Accounts.Passkeys;

/// <summary>What a browser takes to its passkeys: the options of WebAuthn, as JSON.</summary>
internal static class PasskeyQuestion
{
    /// <summary>Who is there? For every form that a passkey can answer.</summary>
    public static async Task<ContentHttpResult> Who<TUser>(PasskeyCeremony<TUser> passkeys, HttpContext http) where TUser : class => Of(await passkeys.Ask(http));

    public static ContentHttpResult Of(string options) => TypedResults.Text(options, MediaTypeNames.Application.Json, Encoding.UTF8);
}
