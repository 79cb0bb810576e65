using System.Linq.Expressions;
using Emporium.Accounts;
using Emporium.Accounts.Contracts;
using Emporium.Catalog.Contracts;
using Emporium.Licensing.Contracts;
using Emporium.Licensing.Licenses;
using Emporium.Platform.Lists;
using Emporium.Sales.Contracts;
using Emporium.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Licensing.Desk;

/// <summary>Every license key on the desk. Whole keys are shown to their buyer only; here they are told apart by their last characters.</summary>
internal sealed class LicenseList : DeskList<License, LicenseId, LicenseList.Line>
{
    public sealed record Line(LicenseId Id, string Hint, LicenseStatus Status, string? Reason, ProductId ProductId, CustomerId CustomerId, OrderId OrderId, DateTimeOffset IssuedAt, DateTimeOffset? EndedAt, Book Book)
    {
        public string? ProductTitle { get; init; }

        public string? Buyer { get; init; }
    }

    public override string Path => "/admin/licenses";

    public override string Permission => LicensingModule.Manage;

    /// <summary>It holds the buyers' addresses.</summary>
    public override string ExportPermission => AccountsModule.ExportCustomers;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Link("key", "Key", l => $"…{l.Hint}", l => $"/admin/orders/{l.OrderId}")
        .Badge("status", "State", l => l.Status, Words.Of, Words.ToneOf)
        .Text("product", "Product", l => l.ProductTitle)
        .Text("buyer", "Buyer", l => l.Buyer)
        .Moment("issued_at", "Issued", l => l.IssuedAt, order: "issued")
        .Text("reason", "Why it ended", l => l.Reason)
        .InFile("id", l => l.Id)
        .InFile("order", l => l.OrderId)
        .InFile("product_id", l => l.ProductId)
        .InFile("customer", l => l.CustomerId)
        .InFile("ended_at", l => l.EndedAt)
        .InFile("book", l => l.Book);

    public override IReadOnlyList<ListOrder<License>> Orders { get; } = [By("issued", "Date", l => l.IssuedAt)];

    public override IReadOnlyList<ListFilter<License>> Filters { get; } =
    [
        Search("key, buyer’s e-mail or order", (licenses, text, scope, ct) => scope.GetRequiredService<FindLicenses>().Named(licenses, text, ct)),
        Choice<LicenseStatus>("status", "State", Words.Of, status => l => l.Status == status),
        ChoiceOf<ProductId>("product", "Product", IProductNames.Choices, product => l => l.ProductId == product),
        Days("issued", "Issued", l => l.IssuedAt),
        Books(book => l => l.Book == book),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } = [new("Active", "status=Active"), new("Suspended", "status=Suspended"), new("Revoked", "status=Revoked")];

    public override IReadOnlyList<ListAct<LicenseId>> Acts { get; } =
    [
        new("restore", "Restore", "refund", LicensingModule.Manage, count => Words.Sentence(count, "restored"), (scope, chosen, ct) => scope.GetRequiredService<DeskLicenses>().RestoreAll(chosen.Ids, ct)),
        new("revoke", "Revoke", "ban", LicensingModule.Manage, count => Words.Sentence(count, "revoked"), (scope, chosen, ct) => scope.GetRequiredService<DeskLicenses>().RevokeAll(chosen.Ids, ct)) { IsDangerous = true },
    ];

    protected override Expression<Func<License, LicenseId>> Id => l => l.Id;

    protected override Expression<Func<License, Line>> Row => l => new Line(l.Id, l.Hint, l.Status, l.Reason, l.ProductId, l.CustomerId, l.OrderId, l.IssuedAt, l.EndedAt, l.Book);

    protected override async Task<IReadOnlyList<Line>> Complete(IReadOnlyList<Line> rows, IServiceProvider scope, CancellationToken ct)
    {
        var emails = await scope.GetRequiredService<ICustomerNames>().Emails([.. rows.Select(l => l.CustomerId).Distinct()], ct);
        var titles = await scope.GetRequiredService<IProductNames>().Titles([.. rows.Select(l => l.ProductId).Distinct()], ct);
        return [.. rows.Select(l => l with { Buyer = emails.GetValueOrDefault(l.CustomerId), ProductTitle = titles.GetValueOrDefault(l.ProductId) })];
    }
}
