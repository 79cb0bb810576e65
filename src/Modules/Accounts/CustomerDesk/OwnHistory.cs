using Emporium.Accounts.Consents;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Accounts.Links;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>What Accounts itself knows of a customer's life: when they came, what they asked for, what was written to them.</summary>
internal sealed class OwnHistory(StoreDb db, Newsletter newsletter, IMailDesk mails) : ICustomerHistory
{
    private const int Most = 50;

    public async Task<IReadOnlyList<CustomerMoment>> About(CustomerId customer, CancellationToken ct)
    {
        if (await db.Set<CustomerAccount>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == customer, ct) is not { } known) return [];
        var links = await db.Set<Link>().AsNoTracking().Where(l => l.CustomerId == customer && l.UsedAt != null).OrderByDescending(l => l.AskedAt).Take(Most).ToListAsync(ct);
        var erasures = await db.Set<Erasure>().AsNoTracking().Where(e => e.CustomerId == customer).ToListAsync(ct);
        var consents = (await newsletter.HistoryOf(known.Email, ct)).SelectMany(Of);
        var letters = (await mails.About(customer.ToString(), ct)).TakeLast(Most);
        return [new(known.CreatedAt, "Became a customer"), .. links.Select(Of), .. erasures.SelectMany(Of), .. consents, .. letters.Select(Of)];
    }

    private static CustomerMoment Of(Link link) => new(link.UsedAt!.Value, link.Purpose switch
    {
        LinkPurpose.SignIn => "Signed in",
        LinkPurpose.ChangeEmail => "Changed their e-mail address",
        _ => "Confirmed that they want to be forgotten",
    });

    private static CustomerMoment Of(MailSummary letter) => letter.Status is MailStatus.Failed
        ? new(letter.CreatedAt, $"Letter not delivered: {letter.Name}", letter.Error, "bad", $"/admin/mails/{letter.Id}")
        : new(letter.CreatedAt, $"Letter written: {letter.Name}", Href: $"/admin/mails/{letter.Id}");

    private static IEnumerable<CustomerMoment> Of(Consent consent)
    {
        if (consent.ConfirmedAt is { } confirmed) yield return new(confirmed, "Agreed to letters", $"“{consent.Wording}”", "good");
        if (consent.EndedAt is { } ended) yield return new(ended, "Ended the letters");
    }

    private static IEnumerable<CustomerMoment> Of(Erasure erasure)
    {
        yield return new(erasure.AskedAt, "Erasure planned", erasure.Obstacle, "warning");
        if (erasure is { Status: ErasureStatus.Canceled, EndedAt: { } undone }) yield return new(undone, "Erasure undone", Tone: "good");
        if (erasure is { Status: ErasureStatus.Done, EndedAt: { } done }) yield return new(done, "Erased", erasure.Modules);
    }
}
