using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Emporium.Platform;

/// <summary>The names under which the store measures itself; exported by OTLP where that is configured.</summary>
public static class Telemetry
{
    public const string Name = "Emporium";

    public static readonly Meter Meter = new(Name);

    public static readonly ActivitySource Activities = new(Name);
}
