using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Sales.Desk.Home;

/// <summary>The day so far beside the same weekday a week ago at the same hour, and the last thirty days.</summary>
internal sealed class HomeFigures(StoreDb db, DaySums sums, TimeProvider clock)
{
    public const int Days = 30;

    /// <param name="Then">The same part of the day a week ago.</param>
    public sealed record Today(string Currency, DaySums.Sum Now, DaySums.Sum Then);

    /// <param name="Today">Of each currency that sold, the one with the most orders first.</param>
    /// <param name="Series">Of the same, the net sales of each day, oldest first, today last.</param>
    public sealed record Content(IReadOnlyList<Today> Today, IReadOnlyList<(string Currency, IReadOnlyList<(DateOnly Day, DaySums.Sum Sum)> Days)> Series);

    public async Task<Content> Of(Book book, CancellationToken ct)
    {
        var now = clock.Now;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var current = await sums.Between(book, DaySums.Midnight(today), DaySums.Midnight(today.AddDays(1)), ct);
        var then = await sums.Between(book, DaySums.Midnight(today.AddDays(-7)), now.AddDays(-7), ct);
        var past = await Past(book, today, ct);
        var currencies = past.Values.Append(current).Append(then).SelectMany(day => day).GroupBy(s => s.Currency)
            .OrderByDescending(all => all.Sum(s => s.Orders)).ThenBy(all => all.Key, StringComparer.Ordinal).Select(all => all.Key).ToList();
        return new Content(
            [.. currencies.Select(c => new Today(c, In(current, c), In(then, c)))],
            [.. currencies.Select(c => (c, (IReadOnlyList<(DateOnly, DaySums.Sum)>)[.. Enumerable.Range(1 - Days, Days).Select(i => today.AddDays(i)).Select(day => (day, In(day == today ? current : past[day], c)))]))]);
    }

    /// <summary>What is summed already, and the rest by itself.</summary>
    private async Task<Dictionary<DateOnly, IReadOnlyList<DaySums.Sum>>> Past(Book book, DateOnly today, CancellationToken ct)
    {
        var first = today.AddDays(1 - Days);
        var rows = (await db.Set<SalesDay>().AsNoTracking().Where(d => d.Book == book && d.Day >= first && d.Day < today).ToListAsync(ct)).ToLookup(d => d.Day);
        Dictionary<DateOnly, IReadOnlyList<DaySums.Sum>> days = [];
        for (var day = first; day < today; day = day.AddDays(1))
        {
            days[day] = rows.Contains(day)
                ? [.. rows[day].Where(d => d.Currency.Length > 0).Select(d => new DaySums.Sum(d.Currency, d.Orders, d.SoldMinor, d.Refunds, d.RefundedMinor))]
                : await sums.Of(book, day, ct);
        }
        return days;
    }

    private static DaySums.Sum In(IEnumerable<DaySums.Sum> sums, string currency) => sums.FirstOrDefault(s => s.Currency == currency) ?? new(currency, 0, 0, 0, 0);
}
