using System.Text.RegularExpressions;
using Emporium.Accounts.SecondFactors;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

/// <summary>Somebody's phone with an authenticator app, and the sheet of paper beside it.</summary>
internal sealed partial class Phone(TestStore store, byte[] secret, IReadOnlyList<string> recovery)
{
    private const string Page = "/admin/settings/me/authenticator";

    public IReadOnlyList<string> Recovery => recovery;

    public string Code => Totp.CodeOf(secret, store.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    /// <summary>Waits for the next code: the last one was used.</summary>
    public string NextCode()
    {
        store.Clock.Advance(TimeSpan.FromSeconds(60));
        return Code;
    }

    /// <summary>Sets the app up by its page, as its owner does.</summary>
    public static async Task<Phone> SetUp(TestStore store, HttpClient visitor)
    {
        var html = await visitor.GetStringAsync(Page);
        var key = Key().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var phone = new Phone(store, Spelled(key), []);
        var form = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = DeskVisitor.TokenOf(html),
            ["setup"] = Setup().Match(html).Groups[1].Value,
            ["code"] = phone.Code,
        };
        var answer = await visitor.PostAsync(Page, new FormUrlEncodedContent(form));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return new Phone(store, phone.Secret, [.. One().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value)]);
    }

    private byte[] Secret => secret;

    private static byte[] Spelled(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    [GeneratedRegex("class=\"copy-value\">([A-Z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"setup\" value=\"([^\"]+)\"")]
    private static partial Regex Setup();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex One();
}
