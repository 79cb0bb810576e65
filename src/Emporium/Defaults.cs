using Emporium.Platform;
using Emporium.Platform.Security;
using Microsoft.Extensions.Configuration.Memory;

namespace Emporium.Host;

/// <summary>What holds where the operator configured nothing.</summary>
internal static class Defaults
{
    /// <summary>Puts the defaults below everything configured. Without a gateway's key a store in development has its test bank inside; in production only by name.</summary>
    public static void AddDefaults(this IConfigurationManager configuration, IHostEnvironment environment)
    {
        Below(configuration, new()
        {
            ["Urls"] = "http://localhost:5080",
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            // A lost race is an error to EF and an ordinary moment to us: it is run again, and what cannot be is logged by whoever gives up.
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Update"] = "None",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "None",
            ["Logging:LogLevel:Quartz"] = "Warning",
            ["Logging:LogLevel:System.Net.Http"] = "Warning",
        });
        Below(configuration, new() { ["Store:Url"] = configuration["Urls"]!.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/') });

        var address = new StoreAddress(configuration);
        Below(configuration, new()
        {
            // A receiver that is being written stands on the same machine; in production the inside of the house is closed to webhooks.
            ["Webhooks:AllowedNetworks"] = environment.IsDevelopment() ? "127.0.0.0/8 ::1/128" : "",
            ["Sandbox:Enabled"] = environment.IsDevelopment() && string.IsNullOrEmpty(configuration["Payments:Stripe:SecretKey"]) ? "true" : "false",
            ["Sandbox:Database"] = Path.Combine(DataFolder.Of(configuration), "sandbox.db"),
            ["Sandbox:PublicUrl"] = address.To("/sandbox/stripe"),
            ["Sandbox:WebhookUrl"] = address.To("/webhooks/stripe"),
            ["Sandbox:SecretKey"] = $"sk_test_{Secret(configuration, "sandbox api")}",
            ["Sandbox:WebhookSecret"] = $"whsec_{Secret(configuration, "sandbox webhooks")}",
        });
    }

    /// <summary>True with a gateway's key, or with the test bank.</summary>
    public static bool TakesPayments(this IConfiguration configuration) => configuration["Payments:Stripe:SecretKey"] is { Length: > 0 } || configuration.GetValue<bool>("Sandbox:Enabled");

    /// <summary>One line an event for people, JSON lines where <c>Logging:Format</c> is <c>json</c>.</summary>
    public static void AddStoreLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        if (string.Equals(configuration["Logging:Format"], "json", StringComparison.OrdinalIgnoreCase))
            logging.AddJsonConsole(options => (options.IncludeScopes, options.UseUtcTimestamp) = (true, true));
        else
            logging.AddSimpleConsole(options => (options.SingleLine, options.IncludeScopes) = (true, false));
    }

    // Each store has its own: a secret that stands in a public repository signs nothing.
    private static string Secret(IConfiguration configuration, string purpose) => Convert.ToHexStringLower(new MasterKey(configuration).Derive(purpose));

    private static void Below(IConfigurationManager configuration, Dictionary<string, string?> values) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
}
