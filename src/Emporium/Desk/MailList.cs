using System.Linq.Expressions;
using Emporium.Platform.Lists;
using Emporium.Platform.Mail;
using Emporium.Ui;

namespace Emporium.Host.Desk;

/// <summary>The letters on the desk. Whom they went to is sealed with them; by a buyer's address they are found through what the buyer ordered.</summary>
internal sealed class MailList : DeskList<MailSummary, MailId, MailSummary>
{
    public override string Path => "/admin/mails";

    public override string Permission => PlatformDesk.Operate;

    public override ListColumns<MailSummary> Columns { get; } = new ListColumns<MailSummary>()
        .Link("letter", "Letter", m => char.ToUpperInvariant(m.Name[0]) + m.Name[1..], m => $"/admin/mails/{m.Id}")
        .Code("about", "About", m => m.About)
        .Badge("status", "State", m => m.Status, WordOf, ToneOf)
        .Number("attempts", "Attempts", m => m.Attempts)
        .Moment("created_at", "Written", m => m.CreatedAt, order: "created")
        .Text("error", "The server said", m => m.Error)
        .InFile("kind", m => m.Kind)
        .InFile("id", m => m.Id)
        .InFile("sent_at", m => m.SentAt);

    public override IReadOnlyList<ListOrder<MailSummary>> Orders { get; } = [By("created", "Date", m => m.CreatedAt)];

    public override IReadOnlyList<ListFilter<MailSummary>> Filters { get; } =
    [
        Search("buyer’s e-mail, order, or what it is about", (mails, text, scope, ct) => scope.GetRequiredService<FindMails>().Named(mails, text, ct)),
        Choice<MailStatus>("status", "State", WordOf, status => m => m.Status == status),
        Days("created", "Written", m => m.CreatedAt),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } = [new("Waiting", "status=Queued"), new("Failed", "status=Failed")];

    public override IReadOnlyList<ListAct<MailId>> Acts { get; } =
    [
        new("resend", "Send again", "send", PlatformDesk.Operate, count => count == 1 ? "One letter is sent again." : $"{count} letters are sent again.",
            async (scope, chosen, ct) =>
            {
                foreach (var id in chosen.Ids) await scope.GetRequiredService<IMailDesk>().Resend(id, ct);
                return chosen.Ids.Count;
            }),
    ];

    protected override Expression<Func<MailSummary, MailId>> Id => m => m.Id;

    protected override Expression<Func<MailSummary, MailSummary>> Row => m => m;

    protected override IQueryable<MailSummary> Source(IServiceProvider scope) => scope.GetRequiredService<IMailDesk>().All;

    public static string WordOf(MailStatus status) => status switch { MailStatus.Queued => "Waiting", MailStatus.Sent => "Sent", MailStatus.Kept => "Kept here", _ => "Failed" };

    public static Tone ToneOf(MailStatus status) => status switch { MailStatus.Queued => Tone.Info, MailStatus.Sent => Tone.Success, MailStatus.Failed => Tone.Danger, _ => Tone.Neutral };
}
