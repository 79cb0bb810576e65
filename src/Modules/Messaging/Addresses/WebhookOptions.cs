using System.Net;

namespace Emporium.Messaging.Addresses;

/// <summary>Where webhooks may go; section <c>Webhooks</c>.</summary>
internal sealed record WebhookOptions
{
    /// <summary>Networks inside the house that the operator opens to webhooks, between spaces: <c>10.1.0.0/16 ::1/128</c>. Into these, and only these, plain HTTP is allowed.</summary>
    public string AllowedNetworks { get; init; } = "";

    public IReadOnlyList<IPNetwork> Allowed => [.. AllowedNetworks.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(text => IPNetwork.Parse(text))];
}
