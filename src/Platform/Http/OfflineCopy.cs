using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Http;

/// <summary>
/// Lets a reader's own device keep a copy of a page for a time without a network. The page says so itself, so nothing is kept by
/// accident; an address that is a key in itself, the checkout and the desk never say it. The copies go at sign-out.
/// </summary>
public static class OfflineCopy
{
    public const string Header = "X-Offline-Copy";

    public static void Allow(HttpContext http) => http.Response.Headers[Header] = "keep";
}
