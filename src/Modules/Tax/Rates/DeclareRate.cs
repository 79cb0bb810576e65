using System.Globalization;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Emporium.Tax.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Tax.Rates;

/// <summary>The desk's form for a rate.</summary>
internal sealed class DeclareRate(StoreDb db, ITaxEditor editor)
{
    public async Task Handle(TaxesPage.Typed form, CancellationToken ct)
    {
        await editor.Declare(form.Country.Trim().ToUpperInvariant(), BasisPoints(form.Rate), Day(form.ValidFrom), ct);
        await db.SaveChangesAsync(ct);
    }

    public static async Task<IResult> Endpoint(HttpContext http, DeclareRate declare, CancellationToken ct)
    {
        var posted = await http.Request.ReadFormAsync(ct);
        var form = new TaxesPage.Typed(posted["country"].ToString(), posted["rate"].ToString(), posted["validFrom"].ToString());
        try
        {
            await declare.Handle(form, ct);
        }
        catch (Refusal refusal)
        {
            return new RazorComponentResult<TaxesPage>(new { Form = form, Refused = refusal }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return SeeOther.To("/admin/taxes");
    }

    // Percent with at most two decimals: "23", "5.5", "5,5".
    private static int BasisPoints(string rate) =>
        decimal.TryParse(rate.Trim().TrimEnd('%').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100 && decimal.IsInteger(percent * 100)
            ? (int)(percent * 100)
            : throw Refusal.Invalid("tax.rate_invalid", "Write the rate in percent, with at most two decimals: 23 or 5.5.", "rate");

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Refusal.Invalid("tax.day_invalid", "Choose the first day on which the rate holds.", "validFrom");
}
