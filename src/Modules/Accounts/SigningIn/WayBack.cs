using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Accounts.SigningIn;

/// <summary>Where somebody was going before they were asked who they are. It comes from the address, so that it may be anything: it never leaves the store.</summary>
internal static class WayBack
{
    public static string Of(string? asked) => IsOurs(asked) ? asked! : SignIn.Home;

    /// <summary><c>?returnUrl=…</c> to hand it on; empty where there is none.</summary>
    public static string Query(string? asked) => IsOurs(asked) ? $"?returnUrl={Uri.EscapeDataString(asked!)}" : "";

    private static bool IsOurs(string? path) => path is ['/', ..] && RedirectHttpResult.IsLocalUrl(path);
}
