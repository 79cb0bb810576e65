using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Delivery.Library;

/// <summary>
/// Sends a buyer a new link to their library, at most one an hour. Whoever asks learns nothing: they are answered before anybody looks
/// whether the address is known, always the same.
/// </summary>
internal sealed class SendLibraryLink(StoreDb db, ICustomers customers, LibraryLinks links, IMail mail, LetterPress press, ISettings settings, TimeProvider clock)
{
    private const int LongestAddress = 254;

    public async Task Handle(string? email, CancellationToken ct)
    {
        if (email?.Trim() is not { Length: > 0 and <= LongestAddress } address || await customers.FindByEmail(address, ct) is not { } customer) return;
        await mail.Post(await Write(customer, ct), ct);
        await db.SaveChangesAsync(ct);
    }

    public static SeeOther Endpoint([FromForm] string? email, Errands errands)
    {
        errands.Add<SendLibraryLink>((send, ct) => send.Handle(email, ct));
        return SeeOther.To("/library?sent=true");
    }

    private async Task<Letter> Write(Customer customer, CancellationToken ct)
    {
        var (store, link) = ((await settings.Get<StoreProfile>(ct)).Name, links.LinkFor(customer.Id));
        var html = await press.Set<LibraryLetter>(new Dictionary<string, object?> { [nameof(LibraryLetter.Store)] = store, [nameof(LibraryLetter.Link)] = link });
        var text = $"""
            Your library at {store}

            Everything you bought is here: {link}

            The link works for a year. Whoever has it can download what you own, so keep it to yourself.
            If you did not ask for it, you need do nothing.
            """;
        return new Letter("library.link", customer.Id.ToString(), KeyFor(customer.Id), customer.Email, $"Your library at {store}", html, text);
    }

    private string KeyFor(CustomerId customer) => $"library.link:{customer}:{clock.Now:yyyyMMddHH}";
}
