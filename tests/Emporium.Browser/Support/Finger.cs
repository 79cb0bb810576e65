using Microsoft.Playwright;

namespace Emporium.Browser.Support;

/// <summary>A device that keeps passkeys and knows its owner's finger, played by the browser itself. While the finger lies on it, it answers whatever it is asked, unasked offers too.</summary>
internal sealed class Finger
{
    private readonly ICDPSession devtools;
    private string device = "";

    private Finger(ICDPSession devtools) => this.devtools = devtools;

    public static async Task<Finger> Of(Visit visit)
    {
        var finger = new Finger(await visit.Page.Context.NewCDPSessionAsync(visit.Page));
        await finger.devtools.SendAsync("WebAuthn.enable");
        var added = await finger.devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        finger.device = added!.Value.GetProperty("authenticatorId").GetString()!;
        return finger;
    }

    public Task Lift() => LiesOn(false);

    public Task Touch() => LiesOn(true);

    private Task LiesOn(bool it) => devtools.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = device, ["enabled"] = it });
}
