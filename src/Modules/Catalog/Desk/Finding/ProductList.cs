using System.Linq.Expressions;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk.Bulk;
using Emporium.Catalog.Products;
using Emporium.Platform.Lists;
using Emporium.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog.Desk.Finding;

/// <summary>The products on the desk: what is shown, what they are found by, and what is done with several of them.</summary>
internal sealed class ProductList : DeskList<Product, ProductId, ProductList.Line>
{
    public sealed record Line(
        ProductId Id, string Slug, string Title, string Byline, string Kind, ProductStatus Status, List<Money> Prices, int Files, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset? ChangedAt);

    private static readonly IReadOnlyList<ListChoice> Kinds = [.. ProductKind.Names.Select(name => new ListChoice(name, ProductKind.Of(name).Word))];

    public override string Path => "/admin/products";

    public override string Permission => CatalogModule.Edit;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Link("title", "Product", p => p.Title, p => $"/admin/products/{p.Id}")
        .Badge("status", "State", p => p.Status, status => $"{status}", Standing.ToneOf)
        .Text("kind", "Kind", p => ProductKind.Of(p.Kind).Word)
        .Text("prices", "Price", p => string.Join(", ", p.Prices.Select(price => MoneyText.Format(price, Shelf.Wording.Culture))))
        .Number("files", "Files", p => p.Files)
        .Moment("created_at", "Created", p => p.CreatedAt, order: "created")
        .InFile("id", p => p.Id)
        .InFile("slug", p => p.Slug)
        .InFile("byline", p => p.Byline)
        .InFile("published_at", p => p.PublishedAt)
        .InFile("changed_at", p => p.ChangedAt);

    public override IReadOnlyList<ListOrder<Product>> Orders { get; } = [By("created", "Created", p => p.CreatedAt), By("address", "Address", p => p.Slug)];

    public override IReadOnlyList<ListFilter<Product>> Filters { get; } =
    [
        Search("a word of the title or text, or an address", (products, text, scope, ct) => scope.GetRequiredService<FindProducts>().Named(products, text, ct)),
        Choice<ProductStatus>("status", "State", status => $"{status}", status => p => p.Status == status),
        Choice("kind", "Kind", (_, _) => new(Kinds), kind => p => p.Kind == kind),
        Days("created", "Created", p => p.CreatedAt),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } =
        [new("For sale", "status=Published"), new("Drafts", "status=Draft"), new("Unlisted", "status=Unlisted"), new("Archived", "status=Archived")];

    public override IReadOnlyList<ListAct<ProductId>> Acts { get; } =
    [
        Bring("publish-chosen", "Publish", "check-circle", ProductStatus.Published, "published"),
        Bring("unlist-chosen", "Unlist", "eye", ProductStatus.Unlisted, "unlisted"),
        Bring("archive-chosen", "Archive", "archive", ProductStatus.Archived, "archived"),
        new("change-prices", "Change prices", "tag", CatalogModule.Edit, _ => "", (_, _, _) => Task.FromResult(0)) { Opens = "/admin/products/prices" },
    ];

    protected override Expression<Func<Product, ProductId>> Id => p => p.Id;

    protected override Expression<Func<Product, Line>> Row => p => new Line(
        p.Id, p.Slug, p.Texts.Where(t => t.Language == ProductText.StoreLanguage).Select(t => t.Title).First(), p.Texts.Where(t => t.Language == ProductText.StoreLanguage).Select(t => t.Byline).First(), p.Kind, p.Status,
        p.Prices.OrderBy(price => price.Currency).Select(price => new Money(price.AmountMinor, price.Currency)).ToList(), p.Files.Count(f => f.ArchivedAt == null), p.CreatedAt, p.PublishedAt, p.ChangedAt);

    private static ListAct<ProductId> Bring(string name, string text, string icon, ProductStatus status, string done) =>
        new(name, text, icon, CatalogModule.Edit, count => $"{(count == 1 ? "One product" : $"{count} products")} {done}.", (scope, chosen, ct) => scope.GetRequiredService<ChangeMany>().Handle(chosen.Ids, status, ct));

}
