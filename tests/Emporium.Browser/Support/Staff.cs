using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Browser.Support;

/// <summary>People of the desk, made beside the journeys that are about something else.</summary>
internal static class Staff
{
    private const string Password = "seven plain copper kettles";

    /// <summary>A browser in which an owner of their own is signed in.</summary>
    public static async Task<Visit> Owner(this Shop shop, bool withScripts = true)
    {
        var visit = await shop.Visit(withScripts);
        var email = $"ida-{Guid.CreateVersion7(shop.Store.Clock.GetUtcNow()):N}@example.com";
        await shop.Store.Do<IServiceProvider>(async scope =>
        {
            await scope.GetRequiredService<IOwners>().Create(email, "Ida Halbert", Password, default);
            await scope.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        await visit.Open("/admin/sign-in");
        await visit.Page.Locator("input[name=email]").FillAsync(email);
        await visit.Page.Locator("input[name=password]").FillAsync(Password);
        await visit.Page.Locator("input[name=password]").PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/admin");
        return visit;
    }
}
