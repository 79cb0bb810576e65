namespace Emporium.Platform.Http;

/// <summary>Another site to which a form of the store may lead, such as the payment page behind "Pay": browsers follow a form there only when we say so.</summary>
/// <param name="Origin">Scheme and host, <c>https://checkout.stripe.com</c>.</param>
public sealed record FormTarget(string Origin);
