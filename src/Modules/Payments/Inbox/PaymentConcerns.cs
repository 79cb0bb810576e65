using Emporium.Platform.Data;
using Emporium.Platform.Pages;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Inbox;

internal sealed class GivenUpWebhooks(StoreDb db) : IDeskConcern
{
    public string Permission => PaymentsModule.Read;

    public async Task<DeskConcern?> Look(CancellationToken ct)
    {
        var count = await db.Set<InboxMessage>().Where(m => m.Status == InboxStatus.Dead).OrderBy(m => m.ReceivedAt).Take(DeskConcern.Many).CountAsync(ct);
        return count == 0 ? null : new("webhooks of the gateway could not be worked on", count, "/admin/inbox?status=Dead", IsUrgent: true);
    }
}
