using System.Linq.Expressions;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Catalog.Shelf;

/// <summary>
/// The storefront's reads, compiled once for a store: a compiled query belongs to one model, and each database has its own. Each
/// walks an index of published products, so page 1,000 costs what page 1 does.
/// </summary>
internal sealed class ShelfQueries
{
    private static readonly Expression<Func<Product, ProductText, ProductCard>> Card = (p, text) => new ProductCard(
        p.Id, p.Slug, p.Kind, text.Title, text.Subtitle, text.Byline, text.Pitch, p.CoverSeed, p.Version,
        p.IssuesLicense, p.DownloadLimit, p.RefundDays, p.PublishedAt ?? p.CreatedAt,
        p.Prices.OrderBy(price => price.Currency).Select(price => new Money(price.AmountMinor, price.Currency)).ToList(),
        p.Files.Where(f => f.ArchivedAt == null).OrderBy(f => f.Position).Select(f => new ProductCard.File(f.Name, f.MediaType, f.Size)).ToList(),
        p.Pictures.Where(i => i.IsDecorative || i.Alt != "").OrderBy(i => i.Position).Take(1)
            .Select(i => new ProductPicture(i.Id, i.Alt, i.Width, i.Height, i.MediaType, Picture.WidthsOf(i.Variants))).ToList());

    public readonly Func<StoreDb, DateTimeOffset, ProductId, int, IAsyncEnumerable<ProductCard>> Page = EF.CompileAsyncQuery(
        (StoreDb db, DateTimeOffset at, ProductId id, int limit) => db.Set<Product>().AsNoTracking().AsSplitQuery()
            .Where(p => p.Status == ProductStatus.Published && p.PublishedAt <= at && (p.PublishedAt < at || p.Id < id))
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(limit)
            .Join(db.Set<ProductText>().Where(t => t.Language == ProductText.StoreLanguage), p => p.Id, t => t.ProductId, Card));

    public readonly Func<StoreDb, string, DateTimeOffset, ProductId, int, IAsyncEnumerable<ProductCard>> PageOfKind = EF.CompileAsyncQuery(
        (StoreDb db, string kind, DateTimeOffset at, ProductId id, int limit) => db.Set<Product>().AsNoTracking().AsSplitQuery()
            .Where(p => p.Status == ProductStatus.Published && p.Kind == kind && p.PublishedAt <= at && (p.PublishedAt < at || p.Id < id))
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(limit)
            .Join(db.Set<ProductText>().Where(t => t.Language == ProductText.StoreLanguage), p => p.Id, t => t.ProductId, Card));

    public readonly Func<StoreDb, ProductId[], IAsyncEnumerable<ProductCard>> ByIds = EF.CompileAsyncQuery(
        (StoreDb db, ProductId[] ids) => db.Set<Product>().AsNoTracking().AsSplitQuery()
            .Where(p => ids.Contains(p.Id))
            .Join(db.Set<ProductText>().Where(t => t.Language == ProductText.StoreLanguage), p => p.Id, t => t.ProductId, Card));

    public readonly Func<StoreDb, CancellationToken, Task<ProductId?>> Featured = EF.CompileAsyncQuery(
        (StoreDb db, CancellationToken _) => db.Set<Product>().AsNoTracking()
            .Where(p => p.Status == ProductStatus.Published && p.IsFeatured)
            .OrderByDescending(p => p.PublishedAt).Select(p => (ProductId?)p.Id).FirstOrDefault());

    public readonly Func<StoreDb, string, CancellationToken, Task<Found?>> BySlug = EF.CompileAsyncQuery(
        (StoreDb db, string slug, CancellationToken _) => db.Set<Product>().AsNoTracking().AsSplitQuery()
            .Where(p => p.Slug == slug)
            .Join(db.Set<ProductText>().Where(t => t.Language == ProductText.StoreLanguage), p => p.Id, t => t.ProductId, (p, text) => new Found(
                p.Status, text.DescriptionHtml, text.SearchTitle, text.SearchDescription, new ProductCard(
                    p.Id, p.Slug, p.Kind, text.Title, text.Subtitle, text.Byline, text.Pitch, p.CoverSeed, p.Version,
                    p.IssuesLicense, p.DownloadLimit, p.RefundDays, p.PublishedAt ?? p.CreatedAt,
                    p.Prices.OrderBy(price => price.Currency).Select(price => new Money(price.AmountMinor, price.Currency)).ToList(),
                    p.Files.Where(f => f.ArchivedAt == null).OrderBy(f => f.Position).Select(f => new ProductCard.File(f.Name, f.MediaType, f.Size)).ToList(),
                    p.Pictures.Where(i => i.IsDecorative || i.Alt != "").OrderBy(i => i.Position)
                        .Select(i => new ProductPicture(i.Id, i.Alt, i.Width, i.Height, i.MediaType, Picture.WidthsOf(i.Variants))).ToList())))
            .SingleOrDefault());

    /// <summary>The address of today of a product that had this one before.</summary>
    public readonly Func<StoreDb, string, CancellationToken, Task<string?>> MovedTo = EF.CompileAsyncQuery(
        (StoreDb db, string slug, CancellationToken _) => db.Set<FormerAddress>().AsNoTracking()
            .Where(a => a.Slug == slug)
            .Join(db.Set<Product>().Where(p => p.Status != ProductStatus.Draft), a => a.ProductId, p => p.Id, (a, p) => p.Slug)
            .SingleOrDefault());

    public readonly Func<StoreDb, int, IAsyncEnumerable<Address>> Addresses = EF.CompileAsyncQuery(
        (StoreDb db, int limit) => db.Set<Product>().AsNoTracking()
            .Where(p => p.Status == ProductStatus.Published)
            .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(limit)
            .Select(p => new Address(p.Slug, p.PublishedAt)));

    /// <summary>What can be bought now among the ids, in one currency.</summary>
    public readonly Func<StoreDb, ProductId[], string, IAsyncEnumerable<Offer>> Offers = EF.CompileAsyncQuery(
        (StoreDb db, ProductId[] ids, string currency) =>
            from p in db.Set<Product>().AsNoTracking()
            where ids.Contains(p.Id) && (p.Status == ProductStatus.Published || p.Status == ProductStatus.Unlisted)
            join text in db.Set<ProductText>() on p.Id equals text.ProductId
            where text.Language == ProductText.StoreLanguage
            join price in db.Set<Price>() on p.Id equals price.ProductId
            where price.Currency == currency
            select new Offer(p.Id, p.Seller, p.Slug, text.Title, p.Kind, new Money(price.AmountMinor, price.Currency), p.CoverSeed, p.IssuesLicense, p.DownloadLimit, p.RefundDays));

    public readonly Func<StoreDb, ProductId[], IAsyncEnumerable<ProductFile>> FilesOf = EF.CompileAsyncQuery(
        (StoreDb db, ProductId[] products) => db.Set<Attachment>().AsNoTracking()
            .Where(f => products.Contains(f.ProductId) && f.ArchivedAt == null)
            .OrderBy(f => f.ProductId).ThenBy(f => f.Position)
            .Select(f => new ProductFile(f.Id, f.ProductId, f.Name, f.MediaType, f.Sha256, f.Size, f.Number, f.AddedAt, f.Note)));

    public readonly Func<StoreDb, ProductFileId, CancellationToken, Task<ProductFile?>> FileById = EF.CompileAsyncQuery(
        (StoreDb db, ProductFileId id, CancellationToken _) => db.Set<Attachment>().AsNoTracking()
            .Where(f => f.Id == id)
            .Select(f => new ProductFile(f.Id, f.ProductId, f.Name, f.MediaType, f.Sha256, f.Size, f.Number, f.AddedAt, f.Note))
            .SingleOrDefault());

    public sealed record Address(string Slug, DateTimeOffset? PublishedAt);

    /// <summary>A product by its address, in whatever state.</summary>
    public sealed record Found(ProductStatus Status, string DescriptionHtml, string SearchTitle, string SearchDescription, ProductCard Card);
}
