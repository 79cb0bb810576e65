using System.Net;
using System.Text.RegularExpressions;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Accounts.Buyers;

/// <summary>How a buyer uses their account in tests: through its pages, and through the letters that they get.</summary>
internal static partial class CustomerVisitor
{
    /// <summary>An address that no other test has.</summary>
    public static string NewEmail(string name = "buyer") => $"{name}-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.org";

    public static Task<CustomerId> Customer(this TestStore store, string email, string? name = null) => store.Do<IServiceProvider, CustomerId>(async scope =>
    {
        var id = await scope.GetRequiredService<ICustomers>().Ensure(email, name, default);
        await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        return id;
    });

    /// <summary>Every letter to the address, the latest first.</summary>
    public static Task<IReadOnlyList<Letter>> Letters(this TestStore store, string email, string? kind = null) => store.Do<IMailDesk, IReadOnlyList<Letter>>(async mails =>
    {
        var letters = new List<Letter>();
        foreach (var summary in (await mails.Latest(500)).Where(m => kind is null || m.Kind == kind))
            if (await mails.Open(summary.Id, default) is { } letter && letter.To.Equals(email, StringComparison.OrdinalIgnoreCase)) letters.Add(letter);
        return letters;
    });

    /// <summary>Waits for a letter of the kind; letters are written behind the answer.</summary>
    public static async Task<Letter> Letter(this TestStore store, string email, string kind, int nth = 1)
    {
        IReadOnlyList<Letter> letters = [];
        await TestStore.Until(async () => (letters = await store.Letters(email, kind)).Count >= nth);
        return letters[0];
    }

    /// <summary>The path of the first link of this store in a letter.</summary>
    public static string Link(this TestStore store, Letter letter, string begins = "/account/links/") =>
        new Uri(Url().Matches(letter.Text).Select(m => m.Value).First(url => new Uri(url).AbsolutePath.StartsWith(begins, StringComparison.Ordinal))).AbsolutePath;

    /// <summary>Asks for a link and takes it from the letter.</summary>
    public static async Task<string> AskForLink(this TestStore store, HttpClient visitor, string email, int nth = 1)
    {
        var asked = await visitor.Submit("/account/sign-in", "/account/sign-in", ("email", email));
        Assert.Equal("/account/sign-in?sent=true", asked.Headers.Location?.OriginalString);
        return store.Link(await store.Letter(email, "account.sign_in", nth));
    }

    /// <summary>Presses the button behind a link.</summary>
    public static Task<HttpResponseMessage> Follow(this HttpClient visitor, string link, bool confirmed = false) =>
        visitor.Submit(link, link, ("confirmed", confirmed ? "true" : "false"));

    /// <summary>A browser in which the customer is signed in.</summary>
    public static async Task<HttpClient> SignedIn(this TestStore store, string email, int nth = 1)
    {
        var visitor = store.Visitor();
        var answer = await visitor.Follow(await store.AskForLink(visitor, email, nth));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return visitor;
    }

    public static async Task<string> Text(this Task<HttpResponseMessage> asked) => WebUtility.HtmlDecode(await (await asked).Content.ReadAsStringAsync());

    public static async Task<HttpStatusCode> Status(this Task<HttpResponseMessage> asked) => (await asked).StatusCode;

    [GeneratedRegex(@"https?://[^\s<>]+")]
    private static partial Regex Url();
}
