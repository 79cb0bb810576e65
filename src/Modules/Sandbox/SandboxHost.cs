using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Emporium.Sandbox;

/// <summary>The bank as a process of its own, so that a store that is killed does not kill its bank. Same routes, same configuration.</summary>
public static class SandboxHost
{
    /// <param name="args">As for any ASP.NET Core program: <c>--urls http://127.0.0.1:5090 --Sandbox:Database=… --Sandbox:WebhookUrl=…</c>. Without
    /// <c>urls</c> it listens where <c>Sandbox:PublicUrl</c> points.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (builder.Configuration["urls"] is null && Uri.TryCreate(PublicUrl(builder.Configuration), UriKind.Absolute, out var url))
            builder.WebHost.UseUrls(url.GetLeftPart(UriPartial.Authority));
        SandboxModule.AddBank(builder.Services);
        var app = builder.Build();
        new SandboxModule().MapRoutes(app);
        return app;
    }

    private static string? PublicUrl(ConfigurationManager configuration) =>
        configuration[$"{SandboxOptions.Section}:{nameof(SandboxOptions.PublicUrl)}"] ?? new SandboxOptions().PublicUrl;
}
