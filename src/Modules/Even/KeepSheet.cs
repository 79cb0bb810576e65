using System.Globalization;
using Emporium.Even.Sheets;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Even;

/// <summary>Keeps what was written and leads to what it comes to.</summary>
internal static class KeepSheet
{
    public static async Task<IResult> Form(IFormCollection form, HttpContext http, Door door, SheetShelf shelf, CancellationToken ct)
    {
        var customer = await door.Open(http);
        var written = WrittenSheet.Of(form);
        try
        {
            _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
            await shelf.Keep(customer, written.Read(), version, ct);
            return SeeOther.To("/even");
        }
        catch (Refusal refused) when (refused.Kind is RefusalKind.Invalid or RefusalKind.Conflict)
        {
            return new RazorComponentResult<EvenPage>(new { Typed = written, Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }
}
