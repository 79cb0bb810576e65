using Emporium.Payments.Inbox;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Payments.Gateways;

/// <summary>Do the gateways answer to our keys, and does a webhook wait for a person?</summary>
internal sealed class GatewayCheck(GatewayList gateways, StoreDb db) : IDoctorCheck
{
    public string Subject => "payments";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        var findings = new List<Finding>();
        foreach (var gateway in gateways.Names.Select(gateways.Get)) findings.Add(await Ask(gateway, ct));
        var dead = await db.Set<InboxMessage>().CountAsync(m => m.Status == InboxStatus.Dead, ct);
        findings.Add(dead == 0 ? Finding.Good("No webhook was given up.") : Finding.Poor($"{dead} webhooks were given up.", "Look at them on the desk under Webhooks, and replay them."));
        return findings;
    }

    private static async Task<Finding> Ask(IGateway gateway, CancellationToken ct)
    {
        try
        {
            await gateway.Probe(ct);
            return Finding.Good($"{gateway.Name} answers to the {(gateway.Book is Book.Live ? "live" : "test")} key.");
        }
        catch (GatewayException failure)
        {
            return Finding.Broken($"{gateway.Name} does not answer: {failure.Message}", "Check Payments:Stripe:SecretKey and that this machine reaches the gateway. In test mode the sandbox must run (Sandbox:Enabled).");
        }
    }
}
