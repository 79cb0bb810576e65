using Emporium.Delivery.Downloads;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Entitlements;

/// <summary>An order's life as delivery saw it: access given, files fetched, access taken back.</summary>
internal sealed class AccessTimeline(StoreDb db) : ITimelineSource
{
    private const int MostDownloads = 200;

    public async Task<IReadOnlyList<TimelineItem>> About(OrderId order, CancellationToken ct)
    {
        var entitlements = await db.Set<Entitlement>().AsNoTracking().Where(e => e.OrderId == order).ToListAsync(ct);
        var downloads = await db.Set<Download>().AsNoTracking()
            .Where(d => db.Set<Entitlement>().Any(e => e.Id == d.EntitlementId && e.OrderId == order))
            .OrderByDescending(d => d.CreatedAt).Take(MostDownloads)
            .ToListAsync(ct);
        return [.. entitlements.GroupBy(e => e.GrantedAt).Select(Granted), .. entitlements.Where(e => e.EndedAt is not null).Select(Ended), .. downloads.Select(Fetched)];
    }

    private static TimelineItem Granted(IGrouping<DateTimeOffset, Entitlement> together) =>
        new(together.Key, "Access granted", together.Count() == 1 ? "One product, ready in the library" : $"{together.Count()} products, ready in the library", "good");

    private static TimelineItem Ended(Entitlement entitlement) => entitlement.Status is EntitlementStatus.Suspended
        ? new(entitlement.EndedAt!.Value, "Access suspended", entitlement.Reason, "warning")
        : new(entitlement.EndedAt!.Value, "Access revoked", entitlement.Reason, "bad");

    private static TimelineItem Fetched(Download download) => download.StartedAt is { } started
        ? new(started, "Downloaded", download.FileName, "neutral")
        : new(download.CreatedAt, "Download link opened, nothing fetched yet", download.FileName, "neutral");
}
