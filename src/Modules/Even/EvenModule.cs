using Emporium.Accounts;
using Emporium.Even.Contracts;
using Emporium.Even.Sheets;
using Emporium.Platform;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Even;

/// <summary>
/// Even, the tool that the demonstration store sells: it runs here and opens only for those who hold its product. It stands above every
/// other module and none knows it: a tool of a merchant's own is built the same way. Asks Delivery who holds the product.
/// </summary>
public sealed class EvenModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Door>().AddScoped<SheetShelf>().AddScoped<IPersonalData, KeptSheets>();
        services.AddToSlot<OwnedLinePanel, OpenEven>(5);
        services.AddPrivacyNote(new(60, "When you use Even", "We keep the sheet that you write: names, amounts and numbers of what you sell.", "It is there when you come back.", LegalBasis.Contract, "Until you delete your account.")
        {
            Applies = async (settings, ct) => (await settings.Get<EvenProduct>(ct)).Product is not null,
        });
    }

    public void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/even", KeepSheet.Form).RequireAuthorization(AccountsModule.SignedInCustomer).WithMetadata(new RequireAntiforgeryTokenAttribute()).WithOrder(-1).ExcludeFromDescription();
}
