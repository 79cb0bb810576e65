using Emporium.Platform.Data;
using Emporium.Platform.Pages;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Endpoints;

/// <summary>Says on the desk's home that an endpoint was given up, until somebody decides what to do.</summary>
internal sealed class GivenUpEndpoints(StoreDb db) : IDeskConcern
{
    public string Permission => MessagingModule.Manage;

    public async Task<DeskConcern?> Look(CancellationToken ct)
    {
        var count = await db.Set<WebhookEndpoint>().CountAsync(e => e.Status == EndpointStatus.Disabled && e.Reason != DisabledBy.Person, ct);
        return count == 0 ? null : new("webhook endpoints took nothing any more and were switched off", count, "/admin/settings/webhooks");
    }
}
