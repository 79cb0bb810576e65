using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Messaging.Endpoints;

/// <summary>Tells <c>doctor</c> which endpoints were given up, and which fail at the moment.</summary>
internal sealed class EndpointsCheck(StoreDb db) : IDoctorCheck
{
    public string Subject => "webhooks";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        var all = await db.Set<WebhookEndpoint>().AsNoTracking().OrderBy(e => e.Id).ToListAsync(ct);
        var troubled = all.Where(e => e.FailingSince is not null || e.Reason is DisabledBy.Gone or DisabledBy.Failing).Select(Of).ToList();
        return troubled.Count > 0 ? troubled : [Finding.Good(all.Count == 0 ? "No endpoint waits for events." : "Every endpoint takes its messages.")];
    }

    private static Finding Of(WebhookEndpoint endpoint) => endpoint.Status is EndpointStatus.Disabled
        ? Finding.Poor($"{endpoint.Url} was switched off: it took nothing any more.", $"Mend the receiver and switch it on under /admin/settings/webhooks/{endpoint.Id}; what it missed is kept.")
        : Finding.Poor($"{endpoint.Url} has not taken a message since {endpoint.FailingSince:u}.", $"Look at its answers under /admin/settings/webhooks/{endpoint.Id}.");
}
