using Emporium.Platform.Security;
using static Emporium.Legal.Writing.Page;

namespace Emporium.Legal.Writing;

/// <summary>What GDPR article 13 asks for, made of what each module says it keeps.</summary>
internal static class PrivacyPolicy
{
    public static string Of(LegalFacts facts)
    {
        var page = new Page().Heading("Who is responsible")
            .Text($"{Plain(facts.Who)}, named in full in the [imprint](/legal/imprint). Write to {Mail(facts.Store.SupportEmail)} about anything that concerns your data.")
            .TextIf(facts.Choices.DataProtectionOfficer.Length > 0, $"Our data protection officer: {Plain(facts.Choices.DataProtectionOfficer)}.")
            .Heading("In short").Text("We keep what selling and delivering to you needs, and what tax law asks for. We do not sell data, we show no advertising, and no program decides about you. Nothing that is not needed happens before you have agreed to it.");
        foreach (var note in facts.Notes) Add(page, note);
        AddPlaces(page, facts);
        AddCookies(page, facts);
        AddRights(page, facts);
        return page.ToString();
    }

    private static void Add(Page page, PrivacyNote note) => page.Heading(note.Topic)
        .Text($"{note.What} {note.Why}")
        .Text($"{note.Kept} {(note.Recipient is { } recipient ? $"{recipient} " : "")}*{BasisOf(note.Basis)}*");

    private static void AddPlaces(Page page, LegalFacts facts) => page.Heading("Where the data are")
        .Text(facts.Choices.Hosting.Length > 0 ? $"This store runs on machines of {Plain(facts.Choices.Hosting)}, who work for us under a contract (GDPR, article 28)." : "This store runs on a machine of our own.")
        .TextIf(facts.Choices.MailCarrier.Length > 0, $"Our letters are carried by {Plain(facts.Choices.MailCarrier)}.")
        .Text("Where a recipient named here works outside the European Economic Area, data go there on the ground of a decision of the European Commission or of its standard contractual clauses. Ask us for a copy.");

    private static void AddCookies(Page page, LegalFacts facts) => page.Heading("Cookies")
        .Text("These are needed for the store to work and are set when you use what they are for:").List(facts.Cookies.Where(c => c.IsNecessary).Select(Line))
        .TextIf(facts.Cookies.Any(c => !c.IsNecessary), "These wait until you have agreed:").List(facts.Cookies.Where(c => !c.IsNecessary).Select(Line))
        .Text("You can look at your choice and change it at any time: [privacy choices](/privacy/choices). If your browser sends Global Privacy Control, we take it for a no.");

    private static string Line(CookieNote cookie) => $"**{Plain(cookie.Name)}**: {cookie.Purpose} Kept {cookie.Kept}.";

    private static void AddRights(Page page, LegalFacts facts) => page.Heading("Your rights")
        .Text("You can ask us, at no cost, for each of these:")
        .List(
            "to see what we keep about you, and to have a copy (GDPR, article 15)",
            "to have mistakes put right (article 16)",
            "to have it erased (article 17) or set aside (article 18), where no law asks us to keep it",
            "to take it elsewhere in a form that machines read (article 20)",
            "to object where we rely on our own interest (article 21)",
            "to take back what you agreed to; what was done before stays lawful (article 7)")
        .Text($"Write to {Mail(facts.Store.SupportEmail)}. You may also complain to {Authority(facts)}. You are free not to give us any data; without an e-mail address and a payment we cannot sell you anything.");

    private static string Authority(LegalFacts facts) => facts.Choices.SupervisoryAuthority is { Length: > 0 } named
        ? Plain(named)
        : $"the data protection authority of the place where you live or work{(facts.CountryName is { } country ? $", or of {country}" : "")}";

    private static string BasisOf(LegalBasis basis) => basis switch
    {
        LegalBasis.Consent => "We may because you agreed (GDPR, article 6 (1) a); you can take that back at any time.",
        LegalBasis.Contract => "We may because your order needs it (GDPR, article 6 (1) b).",
        LegalBasis.Law => "We must because the law asks for it (GDPR, article 6 (1) c).",
        _ => "We may because our interest in it does not weigh less than yours (GDPR, article 6 (1) f).",
    };
}
