using System.ComponentModel.DataAnnotations;
using Emporium.Legal.Contracts;
using Emporium.Legal.Texts;
using Emporium.Legal.Writing;
using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Emporium.Platform.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Legal.Desk;

/// <summary>Puts a text of the merchant's own in the place of a generated one, or the generated one back.</summary>
internal sealed class WriteLegalText(ISettings settings, ChangeSettings change)
{
    private const int Longest = 100_000;

    /// <param name="Text">Markdown; null for the generated text.</param>
    /// <param name="Version">Of the texts that were edited.</param>
    public sealed record Request([property: StringLength(Longest)] string? Text, int Version);

    /// <param name="Text">Markdown, as it is in force.</param>
    /// <param name="Generated">What the settings make of it.</param>
    /// <param name="Version">Of all the store's own texts; a change has to name it.</param>
    /// <param name="Edition">How often this page has changed.</param>
    public sealed record Answer(LegalPage Page, bool IsOwn, string Text, string Generated, int Version, int Edition, DateTimeOffset Since);

    /// <exception cref="Refusal"><c>legal.text_empty</c>, <c>legal.text_too_long</c>, <c>legal.text_too_deep</c>, <c>settings.changed</c>.</exception>
    public async Task Handle(LegalPage page, Request request, CancellationToken ct)
    {
        var texts = (await settings.Read<OwnTexts>(ct)).Value.ByPage;
        if (request.Text is null) texts.Remove(page);
        else texts[page] = Checked(request.Text);
        await change.Handle(new Versioned<OwnTexts>(new OwnTexts { ByPage = texts }, request.Version), ct);
    }

    public static async Task<Ok<Answer>> Show(string page, ISettings settings, LegalShelf shelf, LegalWriter writer, CancellationToken ct)
    {
        var wanted = Parse(page);
        var text = await shelf.Current(wanted, ct);
        return TypedResults.Ok(new Answer(wanted, text.IsOwn, text.Markdown, await writer.Generate(wanted, ct), (await settings.Read<OwnTexts>(ct)).Version, text.Version, text.Since));
    }

    public static async Task<Ok<Answer>> Endpoint(string page, Request request, WriteLegalText write, ISettings settings, LegalShelf shelf, LegalWriter writer, CancellationToken ct)
    {
        await write.Handle(Parse(page), request, ct);
        return await Show(page, settings, shelf, writer, ct);
    }

    public static async Task<IResult> Form(string page, IFormCollection form, WriteLegalText write, CancellationToken ct)
    {
        var (wanted, isOwn, text) = (Parse(page), form["source"] == "own", form["text"].ToString().ReplaceLineEndings("\n"));
        var request = new Request(isOwn ? text : null, SettingsForm.Version(form));
        try
        {
            await write.Handle(wanted, request, ct);
            return SeeOther.To($"/admin/settings/legal/{page}?saved");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<LegalTextRoomPage>(new { Page = page, Typed = new LegalTextRoomPage.Form(isOwn, text, request.Version), Refused = refusal })
                { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    /// <exception cref="Refusal"><c>page.not_found</c>.</exception>
    public static LegalPage Parse(string page) =>
        page.All(char.IsAsciiLetterLower) && Enum.TryParse<LegalPage>(page, ignoreCase: true, out var known) ? known : throw Refusal.NotFound("page");

    private static string Checked(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Refusal.Invalid("legal.text_empty", "Write your text, or choose the generated one.", "text");
        if (text.Length > Longest) throw Refusal.Invalid("legal.text_too_long", "Write at most 100,000 characters.", "text");
        try
        {
            SafeMarkdown.ToHtml(text);
            return text.Trim() + "\n";
        }
        catch (TextTooDeepException)
        {
            throw Refusal.Invalid("legal.text_too_deep", "The text nests lists or quotes too deeply. Flatten it.", "text");
        }
    }
}
