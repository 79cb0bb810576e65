using System.Net;

namespace Emporium.Messaging.Addresses;

/// <summary>Asks where a name leads, each time anew.</summary>
internal delegate Task<IPAddress[]> NameLookup(string host, CancellationToken ct);
