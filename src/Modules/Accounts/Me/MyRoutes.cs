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
        me.MapPost("/name", ChangeName.Endpoint);
        me.MapPost("/password", ChangePassword.Endpoint);
        me.MapPost("/sessions/{id}/end", SessionForms.End);
        me.MapPost("/sessions/end-others", SessionForms.EndOthers);
        me.MapPost("/passkeys/{id}/name", PasskeyForms.RenameEndpoint);

        me.MapPost("/authenticator", AuthenticatorForms.AddEndpoint).RequireStepUp();
        me.MapPost("/authenticator/remove", AuthenticatorForms.RemoveEndpoint).RequireStepUp();
        me.MapPost("/recovery-codes", AuthenticatorForms.CodesEndpoint).RequireStepUp();
        me.MapPost("/passkeys/options", (Delegate)PasskeyForms.Options).RequireStepUp();
        me.MapPost("/passkeys", PasskeyForms.AddEndpoint).RequireStepUp();
        me.MapPost("/passkeys/{id}/remove", PasskeyForms.RemoveEndpoint).RequireStepUp();

        forms.MapPost("/settings/sign-in", DecidePolicy.Endpoint).RequireAuthorization(AccountsModule.DecideSignIn).RequireStepUp();
    }
}
