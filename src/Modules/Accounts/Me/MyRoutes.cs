using Emporium.Accounts.SigningIn;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Emporium.Accounts.Me;

/// <summary>The forms of one's own account. What changes how one signs in demands a fresh proof.</summary>
internal static class MyRoutes
{
    public static void Map(IEndpointRouteBuilder forms)
    {
        var me = forms.MapGroup("/settings/me").RequireAuthorization(DeskSession.Required).RequireRateLimiting(RateLimits.Forms).WithMetadata(new RequireAntiforgeryTokenAttribute());
        me.MapPost("/name", ChangeName.Endpoint).WithSummary("Changes one’s name.");
        me.MapPost("/password", ChangePassword.Endpoint).WithSummary("Changes one’s password.");
        me.MapPost("/sessions/{id}/end", SessionForms.End).WithSummary("Ends a session of one’s own.");
        me.MapPost("/sessions/end-others", SessionForms.EndOthers).WithSummary("Ends all other sessions of one’s own.");
        me.MapPost("/passkeys/{id}/name", PasskeyForms.RenameEndpoint).WithSummary("Renames a passkey.");

        me.MapPost("/authenticator", AuthenticatorForms.AddEndpoint).WithSummary("Adds an authenticator app.").RequireStepUp();
        me.MapPost("/authenticator/remove", AuthenticatorForms.RemoveEndpoint).WithSummary("Removes the authenticator app.").RequireStepUp();
        me.MapPost("/recovery-codes", AuthenticatorForms.CodesEndpoint).WithSummary("Makes new recovery codes.").RequireStepUp();
        me.MapPost("/passkeys/options", (Delegate)PasskeyForms.Options).WithSummary("Asks a device for a passkey.").RequireStepUp();
        me.MapPost("/passkeys", PasskeyForms.AddEndpoint).WithSummary("Adds a passkey.").RequireStepUp();
        me.MapPost("/passkeys/{id}/remove", PasskeyForms.RemoveEndpoint).WithSummary("Removes a passkey.").RequireStepUp();

        forms.MapPost("/settings/sign-in", DecidePolicy.Endpoint).WithSummary("Decides whether everybody needs a second factor.").RequireAuthorization(AccountsModule.DecideSignIn).RequireStepUp();
    }
}
