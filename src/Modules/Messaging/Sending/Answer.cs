using System.Globalization;

namespace Emporium.Messaging.Sending;

/// <summary>What came of one attempt.</summary>
/// <param name="At">When it was sent; signed.</param>
/// <param name="Status">Null where no answer came.</param>
/// <param name="Error">Why no answer came, or what is wrong with this one; null where it arrived.</param>
/// <param name="Body">The beginning of what the receiver said.</param>
/// <param name="RetryAfter">How long the receiver asked to be left alone.</param>
internal sealed record Answer(DateTimeOffset At, TimeSpan Took, string Signature, int? Status, string? Error, string? Body, TimeSpan? RetryAfter)
{
    public bool Arrived => Status is >= 200 and < 300;

    /// <summary>410: the receiver wants nothing any more.</summary>
    public bool IsGone => Status is 410;

    /// <summary>In a few words, for lists.</summary>
    public string Words => Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : Error ?? "";
}
