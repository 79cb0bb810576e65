namespace Emporium.Payments.Contracts;

/// <summary>Something that happened to a payment, a refund or a dispute, for the timeline of what it paid for.</summary>
/// <param name="Tone"><c>neutral</c>, <c>good</c>, <c>warning</c> or <c>bad</c>.</param>
public sealed record PaymentMoment(DateTimeOffset At, string Title, string? Detail, string Tone);
