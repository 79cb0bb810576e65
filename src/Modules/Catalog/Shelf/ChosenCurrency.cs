using Emporium.Catalog.Contracts;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Shelf;

/// <inheritdoc cref="IChosenCurrency"/>
internal sealed class ChosenCurrency(IHttpContextAccessor http, IOffers offers) : IChosenCurrency
{
    public async ValueTask<string> Current(CancellationToken ct)
    {
        var sold = await offers.Currencies(ct);
        var chosen = http.HttpContext?.Request.Cookies[IChosenCurrency.Cookie];
        return chosen is not null && sold.Contains(chosen, StringComparer.Ordinal) ? chosen : sold[0];
    }
}
