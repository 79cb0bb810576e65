using Emporium.Accounts.Consents;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Accounts.Erasing;
using Emporium.Accounts.Visiting;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>Everything the desk shows about one customer, gathered from those who know.</summary>
internal sealed class CustomerFile(
    StoreDb db, Newsletter newsletter, CustomerSessions sessions, RequestExport exports, IMailDesk mails, IEnumerable<ICustomerHistory> sources)
{
    private const int Latest = 60;

    public sealed record Content(
        CustomerAccount Customer, IReadOnlyList<Consent> Consents, IReadOnlyList<CustomerSession> Sessions, IReadOnlyList<CustomerNote> Notes,
        IReadOnlyList<MailSummary> Letters, Erasure? Erasure, RequestExport.ExportState? Export, IReadOnlyList<CustomerMoment> Timeline);

    /// <exception cref="Refusal"><c>customer.not_found</c>.</exception>
    public async Task<Content> Open(CustomerId id, CancellationToken ct)
    {
        var customer = await db.Set<CustomerAccount>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw Refusal.NotFound("customer");
        var notes = await db.Set<CustomerNote>().AsNoTracking().Where(n => n.CustomerId == id).OrderByDescending(n => n.WrittenAt).ToListAsync(ct);
        var erasure = await db.Set<Erasure>().AsNoTracking().Where(e => e.CustomerId == id).OrderByDescending(e => e.AskedAt).FirstOrDefaultAsync(ct);
        return new(
            customer, await newsletter.HistoryOf(customer.Email, ct), await sessions.Of(id, ct), notes,
            await mails.About(id.ToString(), ct), erasure, await exports.Latest(id, ct), await Timeline(id, ct));
    }

    private async Task<IReadOnlyList<CustomerMoment>> Timeline(CustomerId id, CancellationToken ct)
    {
        var moments = new List<CustomerMoment>();
        foreach (var source in sources) moments.AddRange(await source.About(id, ct));
        return [.. moments.OrderByDescending(m => m.At).Take(Latest)];
    }
}
