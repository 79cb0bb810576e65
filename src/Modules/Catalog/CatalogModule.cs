using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Catalog.Search;
using Emporium.Catalog.Shelf;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog;

/// <summary>
/// What is for sale: products, their texts, prices, covers and files; the home page and the product page. It tells
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
        services.AddScoped<CreateProduct>().AddScoped<ChangeProduct>().AddScoped<AddFile>().AddScoped<ArchiveFile>().AddScoped<DressProduct>();
        services.AddScoped<ISetupStep, OfferFirstWork>();
        services.AddToSlot<DeadEnd, DeadEndShelf>(0);
        services.AddCookieNote(new(IChosenCurrency.Cookie, "Remembers the currency you want to see.", "a year"));
        services.AddPermission(Edit, "Create and change products.", StandardRole.Manager);
        services.AddMenuEntry(new MenuEntry("Store", "Products", "/admin/products", "book", Edit, 200, Key: 'p'));
        services.AddScoped<IPaletteSource, ProductPalette>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ProductsApi.Map(routes);
        DeskRoutes.Map(routes);
        routes.MapGet("/covers/{name}", CoverImage.Endpoint).AllowAnonymous().CacheOutput("public");
        routes.MapGet("/sitemap.xml", Sitemap.Endpoint).AllowAnonymous();
        routes.MapGet("/robots.txt", (StoreAddress address) => TypedResults.Text(Sitemap.Robots(address))).AllowAnonymous();
        routes.MapPost("/currency", ChooseCurrency.Endpoint).AllowAnonymous().RequireSameOrigin().RequireRateLimiting(RateLimits.Forms);
    }
}
