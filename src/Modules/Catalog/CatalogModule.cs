using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Desk.Bulk;
using Emporium.Catalog.Desk.Finding;
using Emporium.Catalog.Drafting;
using Emporium.Catalog.Pictures;
using Emporium.Catalog.Products;
using Emporium.Catalog.Search;
using Emporium.Catalog.Shelf;
using Emporium.Catalog.Uploads;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Lists;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog;

/// <summary>
/// What is for sale: products, their texts, prices, pictures and files; drafts of them and uploads under way; the home page and the product page. It tells
/// <see cref="ProductPublished"/>, <see cref="ProductChanged"/> and <see cref="ProductArchived"/>, and asks nobody.
/// </summary>
public sealed class CatalogModule : IModule
{
    public const string Edit = "catalog.edit";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor().AddValidation();
        services.AddSingleton<CurrencyList>().AddSingleton<ShelfQueries>().AddScoped<IOffers, Offers>().AddScoped<IChosenCurrency, ChosenCurrency>().AddScoped<IRefundDays, RefundDays>().AddScoped<IStoredSize, FileSizes>().AddScoped<IPublishedWorks, PublishedWorks>();
        services.AddScoped<IProductNames, ProductNames>();
        services.AddScoped<IProductFiles, ProductFiles>().AddScoped<Shelves>().AddScoped<IPersonalData, NoPersonalData>();
        services.AddScoped<ProductEditor>().AddScoped<IProductEditor>(p => p.GetRequiredService<ProductEditor>());
        services.AddScoped<ISearch>(p => p.GetRequiredService<Dialect>().IsShared
            ? ActivatorUtilities.CreateInstance<PostgresSearch>(p)
            : ActivatorUtilities.CreateInstance<SqliteSearch>(p));

        services.AddSingleton(new UploadLimits(configuration));
        services.AddScoped<ISetupStep, OfferFirstWork>();
        services.AddToSlot<DeadEnd, DeadEndShelf>(0);
        services.AddScoped<CurrentAuthor>().AddScoped<CreateProduct>().AddScoped<ChangeProduct>().AddScoped<ChangeStatus>().AddScoped<AddFile>().AddScoped<ArchiveFile>();
        services.AddScoped<DraftDesk>().AddScoped<SaveDraft>().AddScoped<PublishDraft>().AddScoped<DiscardDraft>().AddScoped<MergeDrafts>();
        services.AddScoped<ChangeMany>().AddScoped<ChangePrices>().AddScoped<FindProducts>().AddDeskList<ProductList>();
        services.AddScoped<AddPicture>().AddScoped<ChangePicture>();
        services.AddSingleton<Staging>().AddScoped<PendingUploads>().AddScoped<BeginUpload>().AddScoped<ContinueUpload>().AddScoped<EndUpload>().AddScoped<TakeUpload>();
        services.AddJob<ExpireUploads>("catalog.expire-uploads", TimeSpan.FromHours(1));
        services.AddCookieNote(new(IChosenCurrency.Cookie, "Remembers the currency you want to see.", "a year"));
        services.AddPermission(Edit, "Create and change products.", StandardRole.Manager);
        services.AddMenuEntry(new MenuEntry("Store", "Products", "/admin/products", "book", Edit, 200, Key: 'p'));
        services.AddScoped<IPaletteSource, ProductPalette>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ProductsApi.Map(routes);
        DeskRoutes.Map(routes);
        Tus.Map(routes);
        routes.MapDeskList<ProductList>();
        routes.MapGet("/covers/{name}", CoverImage.Endpoint).AllowAnonymous().CacheOutput("public");
        routes.MapGet("/pictures/{name}", PictureFile.Endpoint).AllowAnonymous();
        routes.MapGet("/sitemap.xml", Sitemap.Endpoint).AllowAnonymous();
        routes.MapGet("/robots.txt", (StoreAddress address) => TypedResults.Text(Sitemap.Robots(address))).AllowAnonymous();
        routes.MapPost("/currency", ChooseCurrency.Endpoint).AllowAnonymous().RequireSameOrigin().RequireRateLimiting(RateLimits.Forms);
    }
}
