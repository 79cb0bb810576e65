using Emporium.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Support;

public static class MailReading
{
    /// <summary>The latest letter first.</summary>
    public static async Task<IReadOnlyList<MailSummary>> Latest(this IMailDesk mails, int most = 200) =>
        await mails.All.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(most).ToListAsync();
}
