using Emporium.Platform.Http;
using Emporium.Platform.Settings;

namespace Emporium.Host.Desk.Setup;

/// <summary>Whether the merchant put the list of the first hour away.</summary>
[Settings("host.setup")]
internal sealed record SetupState
{
    public bool IsDismissed { get; init; }
}

/// <summary>Puts the list away, or brings it back.</summary>
internal static class DismissSetup
{
    public static async Task<SeeOther> Form(IFormCollection form, ISettings settings, ChangeSettings change, CancellationToken ct)
    {
        var (state, version) = await settings.Read<SetupState>(ct);
        await change.Handle(new Versioned<SetupState>(state with { IsDismissed = form["do"] != "show" }, version), ct);
        return SeeOther.To("/admin");
    }
}
