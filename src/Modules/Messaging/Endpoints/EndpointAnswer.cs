namespace Emporium.Messaging.Endpoints;

/// <summary>An endpoint as the API shows it.</summary>
/// <param name="Types">Empty for all.</param>
/// <param name="Book">Left out for both.</param>
/// <param name="Reason">Why nothing is sent; left out while it is enabled.</param>
/// <param name="FailingSince">The first failure since the last success; left out while all is well.</param>
/// <param name="Secret">Only where it was just made.</param>
internal sealed record EndpointAnswer(
    EndpointId Id, string Url, string Description, IReadOnlyList<string> Types, Book? Book, EndpointStatus Status, DisabledBy? Reason,
    DateTimeOffset CreatedAt, DateTimeOffset? LastSuccessAt, DateTimeOffset? FailingSince, string? Secret = null)
{
    public static EndpointAnswer Of(WebhookEndpoint e, string? secret = null) =>
        new(e.Id, e.Url, e.Description, e.TypeList, e.Book, e.Status, e.Reason, e.CreatedAt, e.LastSuccessAt, e.FailingSince, secret);
}
