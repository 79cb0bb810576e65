using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Mail;
using Emporium.Platform.Pages;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Checks;

/// <param name="permission">Of whoever looks after the machinery, which the host names.</param>
internal sealed class DeadLetterConcern(StoreDb db, MachineryPermission permission) : IDeskConcern
{
    public string Permission => permission.Name;

    public async Task<DeskConcern?> Look(CancellationToken ct)
    {
        var count = await db.Set<Delivery>().Where(d => d.Status == DeliveryStatus.Dead).OrderBy(d => d.DueAt).Take(DeskConcern.Many).CountAsync(ct);
        return count == 0 ? null : new("reactions gave up: decide whether they run again", count, "/admin/dead-letters", IsUrgent: true);
    }
}

/// <inheritdoc cref="DeadLetterConcern"/>
internal sealed class FailedMailConcern(StoreDb db, MachineryPermission permission) : IDeskConcern
{
    public string Permission => permission.Name;

    public async Task<DeskConcern?> Look(CancellationToken ct)
    {
        var count = await db.Set<StoredMail>().Where(m => m.Status == MailStatus.Failed).OrderBy(m => m.CreatedAt).Take(DeskConcern.Many).CountAsync(ct);
        return count == 0 ? null : new("letters that the mail server refused", count, "/admin/mails");
    }
}

/// <summary>Who looks after the machinery; the host, which draws its pages, says so.</summary>
public sealed record MachineryPermission(string Name);
