using Emporium.Payments.Gateways;
using Emporium.Platform.Pages;
using Emporium.Platform.Settings;

namespace Emporium.Payments.Desk;

/// <summary>The first hour: real money needs a real gateway.</summary>
internal sealed class ConnectGateway(GatewayList gateways) : ISetupStep
{
    public string Name => "payments.connect";

    public int Rank => 60;

    public string Title => "Connect your payment provider";

    public string Reason => "Until then the store plays with its own test bank, and every page says so.";

    public string Href => "/admin/settings/payments";

    public string Permission => SettingsPermission.Manage;

    public Task<bool> IsDone(CancellationToken ct) => Task.FromResult(gateways.Preferred is { Book: Book.Live, Face.KnowsWebhooks: true });
}
