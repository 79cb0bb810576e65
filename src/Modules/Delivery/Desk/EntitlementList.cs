using System.Linq.Expressions;
using Emporium.Accounts;
using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Delivery.Contracts;
using Emporium.Delivery.Downloads;
using Emporium.Delivery.Entitlements;
using Emporium.Platform.Data;
using Emporium.Platform.Lists;
using Emporium.Sales.Contracts;
using Emporium.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Delivery.Desk;

/// <summary>Who may have what, on the desk.</summary>
internal sealed class EntitlementList : DeskList<Entitlement, EntitlementId, EntitlementList.Line>
{
    public sealed record Line(EntitlementId Id, EntitlementStatus Status, string? Reason, ProductId ProductId, CustomerId CustomerId, OrderId? OrderId, string Source, int? DownloadLimit, DateTimeOffset GrantedAt, DateTimeOffset? EndedAt, Book Book)
    {
        public string? ProductTitle { get; init; }

        public string? Buyer { get; init; }

        /// <summary>Of all its files.</summary>
        public int Downloads { get; init; }
    }

    public override string Path => "/admin/entitlements";

    public override string Permission => DeliveryModule.Manage;

    /// <summary>It holds the buyers' addresses.</summary>
    public override string ExportPermission => AccountsModule.ExportCustomers;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Link("product", "Product", e => e.ProductTitle ?? $"{e.ProductId}", e => e.OrderId is { } order ? $"/admin/orders/{order}" : $"/admin/entitlements?q={e.Id}")
        .Badge("status", "Access", e => e.Status, Words.Of, Words.ToneOf)
        .Text("buyer", "Buyer", e => e.Buyer)
        .Number("downloads", "Downloads", e => e.Downloads)
        .Moment("granted_at", "Granted", e => e.GrantedAt, order: "granted")
        .Text("reason", "Why it ended", e => e.Reason)
        .InFile("id", e => e.Id)
        .InFile("order", e => e.OrderId)
        .InFile("source", e => e.Source)
        .InFile("product_id", e => e.ProductId)
        .InFile("customer", e => e.CustomerId)
        .InFile("download_limit", e => e.DownloadLimit)
        .InFile("ended_at", e => e.EndedAt)
        .InFile("book", e => e.Book);

    public override IReadOnlyList<ListOrder<Entitlement>> Orders { get; } = [By("granted", "Date", e => e.GrantedAt)];

    public override IReadOnlyList<ListFilter<Entitlement>> Filters { get; } =
    [
        Search("buyer’s e-mail, order or id", (entitlements, text, scope, ct) => scope.GetRequiredService<FindEntitlements>().Named(entitlements, text, ct)),
        Choice<EntitlementStatus>("status", "Access", Words.Of, status => e => e.Status == status),
        ChoiceOf<ProductId>("product", "Product", IProductNames.Choices, product => e => e.ProductId == product),
        Days("granted", "Granted", e => e.GrantedAt),
        Books(book => e => e.Book == book),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } = [new("Active", "status=Active"), new("Suspended", "status=Suspended"), new("Revoked", "status=Revoked")];

    public override IReadOnlyList<ListAct<EntitlementId>> Acts { get; } =
    [
        new("reset-downloads", "Reset downloads", "refresh", DeliveryModule.Manage, Words.OfReset, (scope, chosen, ct) => scope.GetRequiredService<DeskAccess>().ResetAll(chosen.Ids, ct)),
        new("restore", "Restore", "refund", DeliveryModule.Manage, count => Words.Sentence(count, "restored"), (scope, chosen, ct) => scope.GetRequiredService<DeskAccess>().RestoreAll(chosen.Ids, ct)),
        new("revoke", "Revoke", "ban", DeliveryModule.Manage, count => Words.Sentence(count, "revoked"), (scope, chosen, ct) => scope.GetRequiredService<DeskAccess>().RevokeAll(chosen.Ids, ct)) { IsDangerous = true },
    ];

    protected override Expression<Func<Entitlement, EntitlementId>> Id => e => e.Id;

    protected override Expression<Func<Entitlement, Line>> Row => e => new Line(e.Id, e.Status, e.Reason, e.ProductId, e.CustomerId, e.OrderId, e.Source, e.DownloadLimit, e.GrantedAt, e.EndedAt, e.Book);

    protected override async Task<IReadOnlyList<Line>> Complete(IReadOnlyList<Line> rows, IServiceProvider scope, CancellationToken ct)
    {
        var ids = rows.Select(e => e.Id).ToList();
        var used = await scope.GetRequiredService<StoreDb>().Set<DownloadCount>().Where(c => ids.Contains(c.EntitlementId)).GroupBy(c => c.EntitlementId)
            .Select(g => new { g.Key, Used = g.Sum(c => c.Used) }).ToDictionaryAsync(c => c.Key, c => c.Used, ct);
        var emails = await scope.GetRequiredService<ICustomerNames>().Emails([.. rows.Select(e => e.CustomerId).Distinct()], ct);
        var titles = await scope.GetRequiredService<IProductNames>().Titles([.. rows.Select(e => e.ProductId).Distinct()], ct);
        return [.. rows.Select(e => e with { Buyer = emails.GetValueOrDefault(e.CustomerId), ProductTitle = titles.GetValueOrDefault(e.ProductId), Downloads = used.GetValueOrDefault(e.Id) })];
    }
}
