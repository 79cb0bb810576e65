using Emporium.Platform.Data;
using Emporium.Tax.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tax.Rates;

/// <inheritdoc cref="ITaxEditor"/>
internal sealed class TaxEditor(StoreDb db, IFreshness freshness) : ITaxEditor
{
    public async Task Declare(string country, int rateBasisPoints, DateOnly validFrom, CancellationToken ct)
    {
        var declared = new TaxRate(country, validFrom, rateBasisPoints);
        var rates = await Of(country, ct);
        await freshness.Raise(db, RateTable.Tag, ct);
        if (rates.Find(r => r.ValidFrom == validFrom) is { } same)
        {
            same.Correct(rateBasisPoints);
            return;
        }

        declared.EndAfter(rates.FindAll(r => r.ValidFrom > validFrom).Min(r => (DateOnly?)r.ValidFrom)?.AddDays(-1));
        rates.Find(r => r.Holds(validFrom))?.EndAfter(validFrom.AddDays(-1));
        db.Add(declared);
    }

    public async Task End(string country, DateOnly lastDay, CancellationToken ct)
    {
        var rate = (await Of(country, ct)).Find(r => r.Holds(lastDay)) ?? throw Refusal.NotFound("rate");
        rate.EndAfter(lastDay);
        await freshness.Raise(db, RateTable.Tag, ct);
    }

    // Besides the stored ones, those that this unit of work has declared already.
    private async Task<List<TaxRate>> Of(string country, CancellationToken ct)
    {
        await db.Set<TaxRate>().Where(r => r.Country == country).LoadAsync(ct);
        return [.. db.Set<TaxRate>().Local.Where(r => r.Country == country)];
    }
}
