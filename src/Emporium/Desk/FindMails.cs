using Emporium.Accounts.Contracts;
using Emporium.Platform.Mail;
using Emporium.Sales.Contracts;

namespace Emporium.Host.Desk;

/// <summary>Letters by what they are about, or by the buyer whose orders they are about.</summary>
internal sealed class FindMails(ICustomers customers, IOrders orders)
{
    public async ValueTask<IQueryable<MailSummary>> Named(IQueryable<MailSummary> mails, string text, CancellationToken ct)
    {
        if (MailId.TryParse(text, null, out var id)) return mails.Where(m => m.Id == id);
        if (text.Contains('@', StringComparison.Ordinal))
        {
            if (await customers.FindByEmail(text, ct) is not { Id: var buyer }) return mails.Where(_ => false);
            List<string> subjects = [buyer.ToString(), .. (await orders.Of(buyer, ct)).Select(order => order.Id.ToString())];
            return mails.Where(m => subjects.Contains(m.About));
        }
        var about = await orders.Named(text, ct) is { } order ? order.ToString() : text;
        return mails.Where(m => m.About == about);
    }
}
