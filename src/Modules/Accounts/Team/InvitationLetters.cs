using Emporium.Accounts.Roles;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Team;

/// <summary>Writes invitations into the current unit of work, each with a new link.</summary>
internal sealed class InvitationLetters(StoreDb db, IMail mail, LetterPress press, ISettings settings, StoreAddress address, TimeProvider clock)
{
    public const string Kind = "staff.invitation";

    public async Task Send(TeamInvitation invitation, CancellationToken ct)
    {
        var link = address.To($"/admin/join/{invitation.Renew(clock.Now)}");
        var store = await settings.Get<StoreProfile>(ct);
        var by = await db.Set<StaffMember>().Where(m => m.Id == invitation.InvitedBy).Select(m => m.Name).SingleOrDefaultAsync(ct);
        var role = invitation.RoleId is { } id ? await db.Set<Role>().Where(r => r.Id == id).Select(r => r.Name).SingleAsync(ct) : NamedRole.NameOf(invitation.Role);
        var content = new InvitationLetter.Content(store.Name, store.SupportEmail, by, role, link, invitation.ExpiresAt);

        var html = await press.Set<InvitationLetter>(new Dictionary<string, object?> { [nameof(InvitationLetter.Letter)] = content });
        await mail.Post(new Letter(Kind, invitation.Id.ToString(), $"{Kind}:{invitation.TokenHash}", invitation.Email, InvitationLetter.SubjectOf(content), html, InvitationLetter.TextOf(content)), ct);
    }
}
