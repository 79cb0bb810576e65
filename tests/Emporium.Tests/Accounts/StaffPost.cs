using System.Text.RegularExpressions;
using Emporium.Platform.Mail;
using Emporium.Tests.Support;

namespace Emporium.Tests.Accounts;

/// <summary>The mailbox of a member of the staff.</summary>
internal static partial class StaffPost
{
    /// <summary>Their letters, oldest first.</summary>
    public static Task<IReadOnlyList<Letter>> LettersTo(this TestStore store, string email) => store.Do<IMailDesk, IReadOnlyList<Letter>>(async mails =>
    {
        var letters = new List<Letter>();
        foreach (var mail in (await mails.Latest()).Reverse())
            if (await mails.Open(mail.Id, default) is { } letter && letter.To == email) letters.Add(letter);
        return letters;
    });

    /// <summary>Waits for the first letter of the kind.</summary>
    public static async Task<Letter> LetterTo(this TestStore store, string email, string kind)
    {
        await TestStore.Until(async () => (await store.LettersTo(email)).Any(l => l.Kind == kind));
        return (await store.LettersTo(email)).Last(l => l.Kind == kind);
    }

    /// <summary>The path of the letter's one link.</summary>
    public static string Path(this Letter letter) => new Uri(Link().Match(letter.Text).Value).AbsolutePath;

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
