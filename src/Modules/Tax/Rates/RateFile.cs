using Emporium.Platform.Data;
using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tax.Rates;

/// <summary>The declared rates as a file.</summary>
internal static class RateFile
{
    private static readonly ListColumns<TaxRate> Columns = new ListColumns<TaxRate>()
        .InFile("country", rate => rate.Country)
        .InFile("category", rate => rate.Category)
        .InFile("rate_basis_points", rate => rate.RateBasisPoints)
        .InFile("valid_from", rate => rate.ValidFrom)
        .InFile("valid_to", rate => rate.ValidTo);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapListFile("/admin/taxes", TaxModule.Edit, Columns, async http => (IReadOnlyList<TaxRate>)
        await http.RequestServices.GetRequiredService<StoreDb>().Set<TaxRate>().AsNoTracking().OrderBy(r => r.Country).ThenByDescending(r => r.ValidFrom).ToListAsync(http.RequestAborted));
}
