using System.Globalization;
using System.Linq.Expressions;

namespace Emporium.Platform.Lists.Filters;

/// <summary>From a day to a day, in UTC.</summary>
internal sealed class DaysFilter<TEntity>(string name, string label, Expression<Func<TEntity, DateTimeOffset>> moment) : ListFilter<TEntity> where TEntity : class
{
    private readonly ListField.Days asks = new(name, label);

    public override IReadOnlyList<string> Parameters => asks.Parameters;

    public override ValueTask<ListField> Field(IServiceProvider scope, CancellationToken ct) => new(asks);

    public override ValueTask<IQueryable<TEntity>> Apply(IQueryable<TEntity> rows, ListQuery asked, IServiceProvider scope, CancellationToken ct)
    {
        if (Day(asked, asks.From) is { } first) rows = rows.Where(Ranges.From(moment, Midnight(first)));
        if (Day(asked, asks.To) is { } last) rows = rows.Where(Ranges.Below(moment, Midnight(last.AddDays(1))));
        return new(rows);
    }

    private static DateOnly? Day(ListQuery asked, string name) => asked[name] switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue => day,
        _ => throw Invalid("Write the day as year, month and day, such as 2026-03-14.", name),
    };

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
