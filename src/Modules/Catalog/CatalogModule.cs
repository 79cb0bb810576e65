using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;
using Emporium.Catalog.Search;
using Emporium.Catalog.Shelf;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Catalog;

/// <summary>What is for sale: products, their texts, prices, covers and files; the home page and the product page.</summary>
public sealed class CatalogModule : IModule
{
    public const string Edit = "catalog.edit";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor().AddValidation();
        services.AddSingleton<CurrencyList>().AddScoped<IOffers, Offers>().AddScoped<IChosenCurrency, ChosenCurrency>();
        services.AddScoped<IProductFiles, ProductFiles>().AddScoped<Storefront>();
        services.AddScoped<ProductEditor>().AddScoped<IProductEditor>(p => p.GetRequiredService<ProductEditor>());
        services.AddScoped<ISearch>(p => p.GetRequiredService<Dialect>().IsShared
            ? ActivatorUtilities.CreateInstance<PostgresSearch>(p)
            : ActivatorUtilities.CreateInstance<SqliteSearch>(p));
    }
}
