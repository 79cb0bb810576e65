using Emporium.Platform.Security;

namespace Emporium.Host.Installing;

/// <summary>What makes the store something that a phone can keep: its manifest, its icons, and the worker that knows it without a network.</summary>
internal static class InstallRoutes
{
    public static IServiceCollection AddInstalling(this IServiceCollection services) => services
        .AddSingleton<IconPress>()
        .AddCookieNote(new CookieNote("offline pages", "No cookie: pages of your library that you opened, kept on your device for a time without a network.", "until you sign out or change your privacy choices"));

    public static void MapInstalling(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        files.MapGet("/app.webmanifest", Manifest.Endpoint).CacheOutput("public");
        files.MapGet("/icons/{name}", IconFile.Endpoint);
        files.MapGet("/service-worker.js", WorkerScript.Endpoint);
    }
}
