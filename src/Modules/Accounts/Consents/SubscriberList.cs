using System.Linq.Expressions;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Lists;
using Emporium.Ui;

namespace Emporium.Accounts.Consents;

/// <summary>Who was asked, who agreed and who left, with the proof of each.</summary>
internal sealed class SubscriberList : DeskList<Consent, ConsentId, SubscriberList.Line>
{
    /// <param name="Email">Empty where the person was erased.</param>
    public sealed record Line(
        ConsentId Id, string Purpose, string Email, ConsentStatus Status, string Wording, int WordingVersion, string Page, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? EndedAt, string? EndedBy);

    public override string Path => "/admin/subscribers";

    public override string Permission => AccountsModule.ReadCustomers;

    public override string ExportPermission => AccountsModule.ExportSubscribers;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Text("email", "Address", c => c.Email.Length == 0 ? "Erased" : c.Email)
        .Badge("status", "State", c => c.Status, ConsentWords.Of, ConsentWords.ToneOf)
        .Moment("asked_at", "Asked", c => c.AskedAt, order: "asked")
        .Moment("confirmed_at", "Confirmed", c => c.ConfirmedAt)
        .Code("page", "On the page", c => c.Page)
        .Number("wording_version", "Wording", c => c.WordingVersion)
        .InFile("wording", c => c.Wording)
        .InFile("ended_at", c => c.EndedAt)
        .InFile("ended_by", c => c.EndedBy)
        .InFile("purpose", c => c.Purpose)
        .InFile("id", c => c.Id);

    public override IReadOnlyList<ListOrder<Consent>> Orders { get; } = [By("asked", "Date", c => c.AskedAt)];

    public override IReadOnlyList<ListFilter<Consent>> Filters { get; } =
    [
        Search("e-mail", (consents, text, _, _) => ValueTask.FromResult(Of(consents, text))),
        Choice<ConsentStatus>("status", "State", ConsentWords.Of, status => c => c.Status == status),
        Days("asked", "Asked", c => c.AskedAt),
    ];

    public override IReadOnlyList<ListPreset> Presets { get; } = [new("Who may be written to", "status=Given"), new("Not confirmed", "status=Asked")];

    protected override Expression<Func<Consent, ConsentId>> Id => c => c.Id;

    protected override Expression<Func<Consent, Line>> Row => c => new Line(c.Id, c.Purpose, c.Email, c.Status, c.Wording, c.WordingVersion, c.Page, c.AskedAt, c.ConfirmedAt, c.EndedAt, c.EndedBy);

    private static IQueryable<Consent> Of(IQueryable<Consent> consents, string text)
    {
        var key = EmailAddress.TryParse(text, out var address) ? address.Key : "";
        return consents.Where(c => c.EmailKey == key);
    }
}
