using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Letters;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Jobs;
using Emporium.Platform.Security;
using Emporium.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Consents;

/// <summary>The list of those who want the store's letters: asked, confirmed from the mailbox, ended by one click.</summary>
internal sealed class Newsletter(
    StoreDb db, LetterDesk letters, ISettings settings, SignedTokens tokens, StoreAddress store, StoreMode mode, IEvents events, Errands errands, TimeProvider clock) : INewsletter
{
    private const string ToConfirm = "newsletter confirm";
    private const string ToEnd = "newsletter end";
    private static readonly TimeSpan Confirmable = TimeSpan.FromDays(7);

    // A letter may lie in a mailbox for years, and its link to end must still work.
    private static readonly TimeSpan Endable = TimeSpan.FromDays(365 * 10);

    public async ValueTask<string?> Wording(CancellationToken ct) => await settings.Get<NewsletterSettings>(ct) is { IsOffered: true } terms ? terms.Wording : null;

    public void Ask(string email, string page) => errands.Add<Newsletter>((newsletter, ct) => newsletter.AskNow(email, page, ct));

    /// <summary>Writes the question and saves.</summary>
    public async Task AskNow(string email, string page, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(email, out var address) || await settings.Get<NewsletterSettings>(ct) is not { IsOffered: true } terms) return;
        var consent = await Living(address.Key).SingleOrDefaultAsync(ct);
        if (consent is { Status: ConsentStatus.Given }) return;

        if (consent is null) db.Add(consent = Consent.Ask(ConsentId.New(clock), Consent.Newsletter, mode.Book, address, terms, page, clock.Now));
        else consent.AskAgain(terms, page, clock.Now);
        await Question(consent, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The button behind the link of the question.</summary>
    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>, <c>consent.ended</c>.</exception>
    public async Task Confirm(string token, CancellationToken ct)
    {
        var consent = await Find(ToConfirm, token, ct);
        if (consent.Status is ConsentStatus.Withdrawn) throw Refusal.Gone("consent.ended", "You ended these letters after this link was sent. Ask for them again where you first did.");
        if (!consent.Confirm(clock.Now)) return;
        events.Raise(consent, new ConsentGiven(consent.Id, consent.Purpose));
        await Welcome(consent, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Safe to repeat.</summary>
    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>.</exception>
    public async Task End(string token, string by, CancellationToken ct)
    {
        End(await Find(ToEnd, token, ct), by);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>For the account page of whoever reads the address. Saves.</summary>
    public async Task EndFor(string email, CancellationToken ct)
    {
        if (await Living(EmailAddress.KeyOf(email)).SingleOrDefaultAsync(ct) is { } consent) End(consent, "account");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Which words a link is about.</summary>
    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>.</exception>
    public Task<Consent> Open(string token, bool isToEnd, CancellationToken ct) => Find(isToEnd ? ToEnd : ToConfirm, token, ct);

    /// <summary>Every time that the address agreed, the latest first.</summary>
    public Task<List<Consent>> HistoryOf(string email, CancellationToken ct)
    {
        var key = EmailAddress.KeyOf(email);
        return db.Set<Consent>().AsNoTracking().Where(c => c.EmailKey == key).OrderByDescending(c => c.AskedAt).ToListAsync(ct);
    }

    private void End(Consent consent, string by)
    {
        if (consent.End(by, clock.Now) && consent.ConfirmedAt is not null) events.Raise(consent, new ConsentWithdrawn(consent.Id, consent.Purpose));
    }

    private IQueryable<Consent> Living(string key) =>
        db.Set<Consent>().Where(c => c.Purpose == Consent.Newsletter && c.EmailKey == key && c.Status != ConsentStatus.Withdrawn);

    private async Task<Consent> Find(string purpose, string token, CancellationToken ct)
    {
        var id = new ConsentId(tokens.Read(purpose, token));
        return await db.Set<Consent>().SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw Refusal.Gone("link.expired", "This question was forgotten, because nobody answered it. Ask for the letters again where you first did.");
    }

    private async Task Question(Consent consent, CancellationToken ct)
    {
        var name = await letters.Store(ct);
        var url = store.To($"/newsletter/confirm/{tokens.Create(ToConfirm, consent.Id.Value, clock.Now + Confirmable)}");

        // At most once an hour, whoever types the address.
        await letters.Post("newsletter.question", consent.Subject, $"newsletter.question:{consent.Id}:{clock.Now:yyyyMMddHH}", consent.Email, new PlainLetter(
            $"Do you want letters from {name}?",
            ["This address was written into a form of the store. What it promises:", consent.Wording],
            new("Yes, write to me", url),
            ["If that was not you, you need do nothing: without your yes nothing is sent."]), ct);
    }

    private async Task Welcome(Consent consent, CancellationToken ct)
    {
        var name = await letters.Store(ct);
        var token = tokens.Create(ToEnd, consent.Id.Value, clock.Now + Endable);
        await letters.Post("newsletter.welcome", consent.Subject, $"newsletter.welcome:{consent.Id}", consent.Email, new PlainLetter(
            $"You are on the list of {name}",
            ["You confirmed that you want our letters:", consent.Wording],
            Closing: [$"Enough of it? {store.To($"/newsletter/end/{token}")} ends it at once."]), ct, store.To($"/newsletter/one-click/{token}"));
    }
}
