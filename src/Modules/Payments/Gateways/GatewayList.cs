namespace Emporium.Payments.Gateways;

/// <summary>The gateways by name.</summary>
internal sealed class GatewayList(IEnumerable<IGateway> all)
{
    private readonly IGateway[] gateways = [.. all];

    /// <summary>Where a new payment goes.</summary>
    public IGateway Preferred => gateways[0];

    public IEnumerable<string> Names => gateways.Select(g => g.Name);

    public IGateway? Find(string name) => Array.Find(gateways, g => g.Name == name);

    /// <exception cref="InvalidOperationException">A payment names a gateway that this program no longer has.</exception>
    public IGateway Get(string name) => Find(name) ?? throw new InvalidOperationException($"No gateway is called {name}.");
}
