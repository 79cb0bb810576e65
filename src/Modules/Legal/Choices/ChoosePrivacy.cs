using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Visitors;
using Microsoft.AspNetCore.Http;

namespace Emporium.Legal.Choices;

/// <summary>Takes a visitor's choice: from the bar at the foot of a page, with one button for all and one for none, or from the page of choices, box by box.</summary>
internal sealed class ChoosePrivacy(StoreDb db, IVisitorConsent consent, TimeProvider clock)
{
    public async Task Handle(HttpContext http, IReadOnlyCollection<string> purposes, CancellationToken ct)
    {
        db.Add(ConsentProof.Of(await consent.Choose(http, purposes, ct), clock));
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Endpoint(HttpContext http, ChoosePrivacy choose, IVisitorConsent consent, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        await choose.Handle(http, form["choice"].ToString() switch
        {
            "all" => [.. consent.Purposes.Select(p => p.Name)],
            "none" => [],
            _ => [.. form["allow"].OfType<string>()],
        }, ct);
        return SeeOther.Within(form["back"], PrivacyChoicesPage.Address + "?saved");
    }
}
