namespace Emporium.Payments.Gateways;

/// <summary>What the desk may show of a gateway's configuration; never a key.</summary>
/// <param name="Title">As people call it.</param>
/// <param name="KeyHint">Enough of the key to tell it from another: its kind and its last four letters.</param>
/// <param name="KnowsWebhooks">True where there is a secret to check the gateway's messages with.</param>
/// <param name="IsSandbox">True where the gateway is played by the store's own test bank.</param>
internal sealed record GatewayFace(string Title, string KeyHint, bool KnowsWebhooks, bool IsSandbox);
