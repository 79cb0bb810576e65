using System.Text.Json.Serialization;

namespace Emporium.Sandbox.Control;

/// <summary>What befalls one API call.</summary>
/// <param name="Kind">See <see cref="FaultKind"/>.</param>
/// <param name="Seconds">How long <see cref="FaultKind.Hang"/> waits before it works on as usual.</param>
internal sealed record ApiFault(FaultKind Kind, double Seconds = 0);

/// <summary>The ways in which a provider fails.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>500 without doing anything.</summary>
    Error,

    /// <summary>429 without doing anything.</summary>
    RateLimit,

    /// <summary>Waits, then works as usual.</summary>
    Hang,

    /// <summary>Does the work, commits it, and drops the connection without an answer.</summary>
    Drop,
}
