namespace Emporium.Host;

/// <summary>What holds where the operator configured nothing.</summary>
internal static class Defaults
{
    public static void AddDefaults(this IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData =
            [
                new("Urls", "http://localhost:5080"),
                new("Logging:LogLevel:Default", "Information"),
                new("Logging:LogLevel:Microsoft", "Warning"),
                new("Logging:LogLevel:Quartz", "Warning"),
                new("Logging:LogLevel:System.Net.Http", "Warning"),
                new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"),
            ],
        });

    /// <summary>One line an event for people, JSON lines where <c>Logging:Format</c> is <c>json</c>.</summary>
    public static void AddStoreLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        if (string.Equals(configuration["Logging:Format"], "json", StringComparison.OrdinalIgnoreCase))
            logging.AddJsonConsole(options => (options.IncludeScopes, options.UseUtcTimestamp) = (true, true));
        else
            logging.AddSimpleConsole(options => (options.SingleLine, options.IncludeScopes) = (true, false));
    }
}
