using Emporium.Platform.Http;
using Emporium.Platform.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Desk.Rooms;

/// <summary>Changes who is behind the store; the imprint says it at once.</summary>
internal static class ChangeSeller
{
    private const int Longest = 200;
    private const int LongestAddress = 500;

    public static async Task<Ok<Versioned<SellerIdentity>>> Endpoint(Versioned<SellerIdentity> request, ChangeSettings change, CancellationToken ct) =>
        TypedResults.Ok(await change.Handle(request with { Value = Checked(request.Value) }, ct));

    public static async Task<IResult> Form(IFormCollection form, ChangeSettings change, CancellationToken ct)
    {
        var typed = new Versioned<SellerIdentity>(
            new SellerIdentity
            {
                LegalName = form["legalName"].ToString(), Address = form["address"].ToString(), Country = form["country"].ToString(), Phone = form["phone"].ToString(),
                Register = form["register"].ToString(), RegistrationNumber = form["registrationNumber"].ToString(), VatNumber = form["vatNumber"].ToString(), Responsible = form["responsible"].ToString(),
            },
            SettingsForm.Version(form));
        try
        {
            await change.Handle(typed with { Value = Checked(typed.Value) }, ct);
            return SeeOther.To("/admin/settings/store?saved#seller");
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<StoreRoomPage>(new { Seller = typed, SellerRefused = refusal }) { StatusCode = RefusalStatus.Of(refusal.Kind) };
        }
    }

    /// <exception cref="Refusal"><c>seller.name_required</c>, <c>seller.address_required</c>, <c>seller.country_unknown</c>, <c>settings.text_too_long</c>.</exception>
    private static SellerIdentity Checked(SellerIdentity typed) => new()
    {
        LegalName = SettingsForm.Line(typed.LegalName, "legalName", Longest) is { Length: > 0 } name ? name : throw Refusal.Invalid("seller.name_required", "Write your full name, or the company's with its legal form.", "legalName"),
        Address = SettingsForm.Line(typed.Address, "address", LongestAddress) is { Length: > 0 } address ? address : throw Refusal.Invalid("seller.address_required", "Write the address at which letters and officials find you.", "address"),
        Country = Country.IsKnown(typed.Country) ? typed.Country : throw Refusal.Invalid("seller.country_unknown", "Choose the country in which you are established.", "country"),
        Phone = SettingsForm.Line(typed.Phone, "phone", Longest),
        Register = SettingsForm.Line(typed.Register, "register", Longest),
        RegistrationNumber = SettingsForm.Line(typed.RegistrationNumber, "registrationNumber", Longest),
        VatNumber = SettingsForm.Line(typed.VatNumber, "vatNumber", Longest),
        Responsible = SettingsForm.Line(typed.Responsible, "responsible", Longest),
    };
}
