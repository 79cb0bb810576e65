using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>An order's life as licensing saw it. Keys are named by their last four characters.</summary>
internal sealed class LicenseTimeline(StoreDb db) : ITimelineSource
{
    public async Task<IReadOnlyList<TimelineItem>> About(OrderId order, CancellationToken ct)
    {
        var licenses = await db.Set<License>().AsNoTracking().Where(l => l.OrderId == order).OrderBy(l => l.Id).ToListAsync(ct);
        return [.. licenses.GroupBy(l => l.IssuedAt).Select(Issued), .. licenses.Where(l => l.EndedAt is not null).Select(Ended)];
    }

    private static TimelineItem Issued(IGrouping<DateTimeOffset, License> together) => new(
        together.Key, together.Count() == 1 ? "License key issued" : $"{together.Count()} license keys issued", string.Join(", ", together.Select(l => $"…{l.Hint}")), "good");

    private static TimelineItem Ended(License license) => license.Status is LicenseStatus.Suspended
        ? new(license.EndedAt!.Value, $"License key …{license.Hint} suspended", license.Reason, "warning")
        : new(license.EndedAt!.Value, $"License key …{license.Hint} revoked", license.Reason, "bad");
}
