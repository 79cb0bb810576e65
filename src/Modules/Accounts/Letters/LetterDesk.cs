using Emporium.Platform.Mail;
using Emporium.Platform.Settings;

namespace Emporium.Accounts.Letters;

/// <summary>Puts a plain letter into the current unit of work.</summary>
internal sealed class LetterDesk(IMail mail, LetterPress press, ISettings settings)
{
    /// <summary>The store's name, as letters and pages say it.</summary>
    public async Task<string> Store(CancellationToken ct) => (await settings.Get<StoreProfile>(ct)).Name;

    /// <param name="about">The subject under whose key the letter is sealed, so that it goes with it.</param>
    /// <param name="key">Unique for a letter that goes out once.</param>
    /// <param name="unsubscribe">For letters that one click ends.</param>
    public async Task Post(string kind, string about, string key, string to, PlainLetter letter, CancellationToken ct, string? unsubscribe = null)
    {
        var store = await settings.Get<StoreProfile>(ct);
        var html = await press.Set<PlainLetterPage>(new Dictionary<string, object?>
        {
            [nameof(PlainLetterPage.Letter)] = letter, [nameof(PlainLetterPage.Store)] = store.Name, [nameof(PlainLetterPage.SupportEmail)] = store.SupportEmail,
        });
        await mail.Post(new Letter(kind, about, key, to, letter.Subject, html, letter.AsText(store.Name, store.SupportEmail)) { UnsubscribeUrl = unsubscribe }, ct);
    }
}
