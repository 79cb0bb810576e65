using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emporium.Accounts.Consents;

/// <summary>What the merchant promises. Other words are another version; consents keep those they were given to.</summary>
internal sealed class ChangeNewsletter(StoreDb db, ISettings settings)
{
    private const int Longest = 400;

    /// <exception cref="Refusal"><c>newsletter.wording_invalid</c>.</exception>
    public async Task Handle(bool isOffered, string? wording, CancellationToken ct)
    {
        if (wording?.Trim() is not { Length: > 0 and <= Longest } words) throw Refusal.Invalid("newsletter.wording_invalid", $"Write what people agree to, in at most {Longest} characters.", "wording");
        var before = await settings.Get<NewsletterSettings>(ct);
        await settings.Set(before with { IsOffered = isOffered, Wording = words, Version = words == before.Wording ? before.Version : before.Version + 1 }, ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Endpoint([FromForm] string? offered, [FromForm] string? wording, ChangeNewsletter change, CancellationToken ct)
    {
        var isOffered = offered is not null;
        try
        {
            await change.Handle(isOffered, wording, ct);
            return SeeOther.To("/admin/settings/newsletter?saved=true");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<NewsletterSettingsPage>(new { Wording = wording, IsOffered = isOffered, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }
}
