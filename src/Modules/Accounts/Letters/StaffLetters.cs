using Emporium.Accounts.Resetting;
using Emporium.Accounts.SigningIn;
using Emporium.Accounts.Staff;
using Emporium.Platform;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;

namespace Emporium.Accounts.Letters;

/// <summary>Tells members of the staff what happened to their account, in the unit of work in which it happened, and what to do if it was not them.</summary>
internal sealed class StaffLetters(IMail mail, LetterPress press, ISettings settings, StoreAddress address, Alarm alarm, TimeProvider clock)
{
    public const string ResetKind = "staff.reset";
    public const string AlertKind = "staff.alert";

    public Task NewBrowser(StaffMember member, Caller caller, CancellationToken ct) => Alert(
        member, "A new browser signed in", "Somebody signed in to the desk with your account, from a browser that we have not seen before.", caller, ct);

    public Task RecoveryCodeUsed(StaffMember member, Caller caller, CancellationToken ct) => Alert(
        member, "A recovery code was used", "Somebody signed in with one of your recovery codes. It opens nothing any more; the others still do.", caller, ct);

    /// <param name="title">What changed, as a short sentence: “Your password was changed”.</param>
    public Task Changed(StaffMember member, string title, Caller caller, CancellationToken ct) => Alert(member, title, $"{title}. It holds from now on.", caller, ct);

    /// <summary>The way to a new password.</summary>
    public Task Reset(StaffMember member, string link, CancellationToken ct) => Post(member, ResetKind, "Choose a new password", new(
        "Choose a new password", $"Hello {member.Name},", "Somebody asked for a new password for your account. If it was you, choose one within an hour. The link works once, and your second factor is asked for as ever.",
        [], "Choose a new password", link, "If it was not you, do nothing: your password stays as it is."), ct);

    private Task Alert(StaffMember member, string title, string happened, Caller caller, CancellationToken ct) => Post(member, AlertKind, title, new(
        title, $"Hello {member.Name},", happened, [("When", $"{clock.Now:yyyy-MM-dd HH:mm} UTC"), ("Browser", BrowserName.Of(caller.UserAgent)), ("Address", caller.Address)],
        "This was not me", address.To($"/admin/sign-in/not-me/{alarm.LinkFor(member)}"),
        "If it was you, there is nothing to do. If not, press the button within a week: it signs everybody out, takes back what was added to your account since, and lets you choose a new password."), ct);

    private async Task Post(StaffMember member, string kind, string subject, StaffLetter.Content content, CancellationToken ct)
    {
        var store = await settings.Get<StoreProfile>(ct);
        var html = await press.Set<StaffLetter>(new Dictionary<string, object?>
        {
            [nameof(StaffLetter.Letter)] = content, [nameof(StaffLetter.Store)] = store.Name, [nameof(StaffLetter.SupportEmail)] = store.SupportEmail,
        });
        await mail.Post(new Letter(kind, member.Id.ToString(), $"{kind}:{Secret.New()}", member.Email, $"{subject} – {store.Name}", html, StaffLetter.TextOf(content, store.Name)), ct);
    }
}
