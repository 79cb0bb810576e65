using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Delivery.Entitlements;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Delivery.Library;

/// <summary>Reads what a link opens: what is open, and what rests or ended with the reason.</summary>
internal sealed class Owned(StoreDb db, IOrders orders, IProductFiles files)
{
    private static readonly CompiledList<OrderId, Entitlement> OfOrder = new((db, order) => db.Set<Entitlement>().AsNoTracking()
        .Where(e => e.OrderId == order).OrderByDescending(e => e.GrantedAt).ThenBy(e => e.Id));

    private static readonly CompiledList<CustomerId, Entitlement> OfCustomer = new((db, customer) => db.Set<Entitlement>().AsNoTracking()
        .Where(e => e.CustomerId == customer).OrderByDescending(e => e.GrantedAt).ThenBy(e => e.Id));

    private static readonly CompiledList<EntitlementId[], DownloadCount> Counts = new((db, entitlements) => db.Set<DownloadCount>().AsNoTracking()
        .Where(c => entitlements.Contains(c.EntitlementId)));

    /// <summary>Nothing before access was granted.</summary>
    public async Task<IReadOnlyList<OwnedThing>> Of(LibraryKey key, CancellationToken ct) => key switch
    {
        { Customer: { } customer } => await Read(await OfCustomer.Run(db, customer, ct), await orders.Of(customer, ct), ct),
        { Order: { } order } when await orders.Find(order, ct) is { } summary => await Read(await OfOrder.Run(db, order, ct), [summary], ct),
        _ => [],
    };

    private async Task<IReadOnlyList<OwnedThing>> Read(List<Entitlement> entitlements, IReadOnlyList<OrderSummary> known, CancellationToken ct)
    {
        if (entitlements.Count == 0) return [];

        var counts = (await Counts.Run(db, [.. entitlements.Select(e => e.Id)], ct)).ToDictionary(c => (c.EntitlementId, c.FileId), c => c.Used);
        var filesOf = (await files.Of([.. entitlements.Select(e => e.ProductId).Distinct()], ct)).ToLookup(f => f.Product);
        var lines = known.SelectMany(o => o.Lines).ToDictionary(l => l.Id.ToString());
        return [.. entitlements.Select(e => Thing(e, lines.GetValueOrDefault(e.Source), [.. filesOf[e.ProductId].Select(f => File(e, f, counts.GetValueOrDefault((e.Id, f.Id))))]))];
    }

    private static OwnedThing Thing(Entitlement e, OrderSummary.Line? line, IReadOnlyList<OwnedFile> files) => new(
        e.Id, e.CustomerId, e.ProductId, e.OrderId, line?.Id,
        line?.Title ?? (files is [var first, ..] ? first.Name : "Your purchase"), line?.Kind ?? "", line?.CoverSeed ?? 0,
        e.Quantity, e.GrantedAt, e.Status is EntitlementStatus.Active ? null : e.Reason, e.Status is EntitlementStatus.Revoked, files);

    private static OwnedFile File(Entitlement e, ProductFile f, int used) =>
        new(f.Id, f.Name, f.MediaType, f.Size, f.Sha256, used, e.DownloadLimit, f.Number, f.Number > 1 && f.AddedAt > e.GrantedAt ? f.AddedAt : null, f.Note);
}
