using Emporium.Accounts.SecondFactors;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Me;

/// <summary>Whether everybody in the team needs a second factor.</summary>
internal sealed class DecidePolicy(StoreDb db, ISettings settings)
{
    public async Task Handle(bool needsSecond, CancellationToken ct)
    {
        await settings.Set(new SignInPolicy { TeamNeedsSecondFactor = needsSecond }, ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<SeeOther> Endpoint([FromForm] string? second, DecidePolicy decide, CancellationToken ct)
    {
        await decide.Handle(second is "true", ct);
        return SeeOther.To("/admin/settings/sign-in").Saying(second is "true" ? "From now on everybody needs a second factor." : "From now on a password is enough.");
    }
}
