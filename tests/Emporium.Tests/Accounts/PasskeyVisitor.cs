using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

/// <summary>How a person uses passkeys in tests, at the desk's door or at the account's: what the browser's script would ask and send.</summary>
internal static class PasskeyVisitor
{
    /// <summary>Makes a passkey with the form at an address that stands on a page.</summary>
    public static async Task<HttpResponseMessage> MakePasskey(this HttpClient visitor, SoftPasskey passkey, string page, string address, string name = "Laptop")
    {
        var options = await visitor.Submit(page, $"{address}/options");
        return await visitor.Submit(page, address, ("label", name), ("credential", passkey.Make(await options.Content.ReadAsStringAsync())));
    }

    /// <summary>Answers the question of a door, whose sign-in page it is.</summary>
    /// <param name="page">Where the form stands, if not at the door.</param>
    /// <param name="target">Where it goes, if not to the door's own address for passkeys.</param>
    public static async Task<HttpResponseMessage> UsePasskey(this HttpClient visitor, SoftPasskey passkey, string door, string? page = null, string? target = null)
    {
        var token = DeskVisitor.TokenOf(await visitor.GetStringAsync(page ?? door));
        return await visitor.SendPasskey(token, passkey.Use(await (await visitor.AskForPasskey(token, door)).Content.ReadAsStringAsync()), target ?? $"{door}/passkey");
    }

    public static Task<HttpResponseMessage> AskForPasskey(this HttpClient visitor, string token, string door) =>
        visitor.PostAsync($"{door}/passkey/options", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

    public static Task<HttpResponseMessage> SendPasskey(this HttpClient visitor, string token, string credential, string target) =>
        visitor.PostAsync(target, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("credential", credential)]));

    /// <summary>Sends an answer once more from a browser that has copied the question.</summary>
    /// <param name="options">The answer to the browser that asked.</param>
    public static async Task<HttpResponseMessage> ReplayPasskey(this TestStore store, HttpResponseMessage options, string credential, string door)
    {
        using var thief = store.Api();
        var page = await thief.GetAsync(door);
        thief.DefaultRequestHeaders.Add("Cookie", string.Join("; ", CookiesOf(page).Concat(CookiesOf(options))));
        return await thief.SendPasskey(DeskVisitor.TokenOf(await page.Content.ReadAsStringAsync()), credential, $"{door}/passkey");
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : [];
}
