using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Design;

/// <summary>The style page: every part of the design system in every state. Shown where <c>Design:IsShown</c> says so, which is in development.</summary>
internal static class DesignDesk
{
    public static void MapDesign(this WebApplication app)
    {
        if (app.Configuration.GetValue("Design:IsShown", app.Environment.IsDevelopment()))
            app.MapGet("/admin/design", IResult () => new RazorComponentResult<DesignPage>()).RequireAuthorization().ExcludeFromDescription();
    }
}
