using System.Net.Mail;
using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Emporium.Platform.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Rooms;

/// <summary>Changes what visitors see of the store as a whole.</summary>
internal static class ChangeStore
{
    private const int LongestName = 60;
    private const int LongestSentence = 200;
    private const int LongestAbout = 20_000;
    private const int LongestEmail = 254;

    public static async Task<Ok<Versioned<StoreProfile>>> Endpoint(Versioned<StoreProfile> request, ChangeSettings change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(request with { Value = Checked(request.Value) }, ct));

    public static async Task<IResult> Form(IFormCollection form, ChangeSettings change, CancellationToken ct)
    {
        var typed = new Versioned<StoreProfile>(
            new StoreProfile
            {
                Name = form["name"].ToString(), Sentence = form["sentence"].ToString(), About = form["about"].ToString(),
                SupportEmail = form["supportEmail"].ToString(), Currency = form["currency"].ToString(),
            },
            SettingsForm.Version(form));
        try
        {
            await change.Handle(typed with { Value = Checked(typed.Value) }, ct);
            return SeeOther.To("/admin/settings/store?saved");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<StoreRoomPage>(new { Store = typed, StoreRefused = refusal }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    /// <exception cref="Refusal"><c>store.name_required</c>, <c>store.sentence_required</c>, <c>store.email_invalid</c>, <c>store.currency_unknown</c>, <c>store.about_too_deep</c>, <c>settings.text_too_long</c>.</exception>
    private static StoreProfile Checked(StoreProfile typed) => new()
    {
        Name = SettingsForm.Line(typed.Name, "name", LongestName) is { Length: > 0 } name ? name : throw Refusal.Invalid("store.name_required", "Give the store a name.", "name"),
        Sentence = SettingsForm.Line(typed.Sentence, "sentence", LongestSentence) is { Length: > 0 } sentence
            ? sentence
            : throw Refusal.Invalid("store.sentence_required", "Say in one sentence what is sold here and by whom. It stands over your home page.", "sentence"),
        About = About(SettingsForm.Line(typed.About, "about", LongestAbout)),
        SupportEmail = Email(SettingsForm.Line(typed.SupportEmail, "supportEmail", LongestEmail)),
        Currency = Currency.IsKnown(typed.Currency) ? typed.Currency : throw Refusal.Invalid("store.currency_unknown", "Choose a currency of ISO 4217, such as EUR.", "currency"),
    };

    private static string Email(string address) => MailAddress.TryCreate(address, out var parsed) && parsed.Address == address
        ? address
        : throw Refusal.Invalid("store.email_invalid", "Write an e-mail address at which buyers reach you: hello@example.com.", "supportEmail");

    private static string About(string markdown)
    {
        try
        {
            SafeMarkdown.ToHtml(markdown);
            return markdown;
        }
        catch (TextTooDeepException)
        {
            throw Refusal.Invalid("store.about_too_deep", "The text nests lists or quotes too deeply. Flatten it.", "about");
        }
    }
}
