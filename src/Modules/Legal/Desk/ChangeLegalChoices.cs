using Emporium.Legal.Contracts;
using Emporium.Legal.Texts;
using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Legal.Desk;

/// <summary>Changes what the generated pages cannot know from elsewhere.</summary>
internal static class ChangeLegalChoices
{
    private const int Longest = 500;

    public static async Task<Ok<Versioned<LegalChoices>>> Show(ISettings settings, CancellationToken ct) => TypedResults.Ok(await settings.Read<LegalChoices>(ct));

    public static async Task<Ok<Versioned<LegalChoices>>> Endpoint(Versioned<LegalChoices> request, ChangeSettings change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(request with { Value = Checked(request.Value) }, ct));

    public static async Task<IResult> Form(IFormCollection form, ChangeSettings change, CancellationToken ct)
    {
        var typed = new Versioned<LegalChoices>(
            new LegalChoices
            {
                Hosting = form["hosting"].ToString(), MailCarrier = form["mailCarrier"].ToString(), DataProtectionOfficer = form["dataProtectionOfficer"].ToString(),
                SupervisoryAuthority = form["supervisoryAuthority"].ToString(), ArbitrationBody = form["arbitrationBody"].ToString(),
            },
            SettingsForm.Version(form));
        try
        {
            await change.Handle(typed with { Value = Checked(typed.Value) }, ct);
            return SeeOther.To("/admin/settings/legal?saved");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<LegalRoomPage>(new { Typed = typed, Refused = refusal }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    private static LegalChoices Checked(LegalChoices typed) => new()
    {
        Hosting = Text(typed.Hosting, "hosting"),
        MailCarrier = Text(typed.MailCarrier, "mailCarrier"),
        DataProtectionOfficer = Text(typed.DataProtectionOfficer, "dataProtectionOfficer"),
        SupervisoryAuthority = Text(typed.SupervisoryAuthority, "supervisoryAuthority"),
        ArbitrationBody = Text(typed.ArbitrationBody, "arbitrationBody"),
    };

    private static string Text(string typed, string field) => SettingsForm.Line(typed, field, Longest);
}
