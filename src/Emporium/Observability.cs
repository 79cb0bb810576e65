using Emporium.Platform;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Emporium.Host;

/// <summary>
/// Traces and metrics by OTLP to <c>Telemetry:OtlpEndpoint</c> (gRPC, such as <c>http://localhost:4317</c>). Without it nothing is
/// registered, nothing listens, and measuring costs a null check.
/// </summary>
internal static class Observability
{
    /// <exception cref="InvalidOperationException">The endpoint is no address.</exception>
    public static IServiceCollection AddObservability(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Telemetry:OtlpEndpoint"] is not { Length: > 0 } endpoint) return services;
        var address = AddressOf(endpoint);
        return services.AddHostedService(_ => new Exporters(address));
    }

    private static Uri AddressOf(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new InvalidOperationException($"Telemetry:OtlpEndpoint is '{endpoint}'. It must be the http or https address of a collector, such as http://localhost:4317.");

    /// <summary>Listens from the host's start, and sends what is left when it stops.</summary>
    private sealed class Exporters(Uri endpoint) : IHostedService, IDisposable
    {
        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var store = ResourceBuilder.CreateDefault().AddService(Telemetry.Name, serviceVersion: typeof(Store).Assembly.GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName);
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(store)
                .AddSource(Telemetry.Name, "Microsoft.AspNetCore", "System.Net.Http")
                .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
                .Build();
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(store)
                .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Runtime")
                .AddOtlpExporter(otlp => otlp.Endpoint = endpoint)
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return Task.CompletedTask;
        }

        // Disposing a provider flushes it; a second time does nothing.
        public void Dispose()
        {
            traces?.Dispose();
            metrics?.Dispose();
        }
    }
}
