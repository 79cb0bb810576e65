using System.Collections.Concurrent;
using Emporium.Platform.Data;

namespace Emporium.Payments.Inbox;

/// <summary>What this process has just taken, a line for each gateway: one that is slow to answer holds up nobody else.</summary>
internal sealed class Arrivals
{
    private readonly ConcurrentDictionary<string, FreshRows<Arrived>> lines = new(StringComparer.Ordinal);

    public FreshRows<Arrived> At(string gateway) => lines.GetOrAdd(gateway, _ => new FreshRows<Arrived>());
}
