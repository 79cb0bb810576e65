using System.Net;

namespace Emporium.Messaging.Addresses;

/// <summary>A name leads to where webhooks must not go.</summary>
internal sealed class ForbiddenAddressException(string host, IPAddress address) : IOException($"{host} leads to {address}, which is not a public address.");
