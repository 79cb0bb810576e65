using Emporium.Platform;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Tax.Contracts;
using Emporium.Tax.Rates;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tax;

/// <summary>
/// What tax a sale bears: the rates the merchant declares, per country and dated. Prices include their tax. It tells nobody and
/// asks nobody.
/// </summary>
public sealed class TaxModule : IModule
{
    public const string Edit = "tax.edit";

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<RateTable>()
        .AddScoped<ITaxes, Taxes>()
        .AddScoped<ITaxEditor, TaxEditor>()
        .AddScoped<DeclareRate>()
        .AddScoped<ISetupStep, DeclareRates>()
        .AddScoped<IPersonalData, NoPersonalData>()
        .AddPermission(Edit, "Declare tax rates.", StandardRole.Manager, StandardRole.Finance)
        .AddSettingsEntry(new SettingsEntry("Store", "Taxes", "The rates that prices include, per country and day.", "/admin/taxes", "scale", Edit, 45))
        .AddMenuEntry(new MenuEntry("Store", "Taxes", "/admin/taxes", "scale", Edit, 420));

    // In front of the page of the same address, which would take a POST too.
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        RateFile.Map(routes);
        routes.MapPost("/admin/taxes", DeclareRate.Endpoint).RequireAuthorization(Edit).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithOrder(-1)
            .WithSummary("Declares a tax rate.").ExcludeFromDescription();
    }
}
