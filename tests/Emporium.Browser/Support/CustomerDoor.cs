using System.Text.RegularExpressions;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;

namespace Emporium.Browser.Support;

/// <summary>How a customer gets in: by the link in a letter.</summary>
internal static partial class CustomerDoor
{
    public static async Task SignIn(this Visit buyer, TestStore store, string email)
    {
        await buyer.Open("/account");
        await buyer.Fill("E-mail", email);
        await buyer.Click("Send me a link");
        await buyer.Open(await store.Link(email, "account.sign_in"));
        await buyer.Sees($"Signed in as {email}");
    }

    /// <summary>The way behind the link of the latest letter of a kind.</summary>
    public static async Task<string> Link(this TestStore store, string email, string kind)
    {
        string? link = null;
        await TestStore.Until(async () => (link = await store.Do<IMailDesk, string?>(mails => Find(mails, email, kind))) is not null);
        return link!;
    }

    private static async Task<string?> Find(IMailDesk mails, string email, string kind)
    {
        foreach (var summary in (await mails.Latest()).Where(m => m.Kind == kind))
            if (await mails.Open(summary.Id, default) is { } letter && letter.To == email) return Path().Match(letter.Text).Value;
        return null;
    }

    [GeneratedRegex("/account/links/[A-Za-z0-9_-]+")]
    private static partial Regex Path();
}
