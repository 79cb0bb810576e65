using System.Globalization;
using System.Linq.Expressions;
using Emporium.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Lists.Filters;

/// <summary>From an amount to an amount of one currency: the store's own, unless another is named.</summary>
internal sealed class AmountsFilter<TEntity>(string name, string label, Expression<Func<TEntity, long>> minor, Expression<Func<TEntity, string>> currency) : ListFilter<TEntity>
    where TEntity : class
{
    private const decimal Most = 1_000_000_000;

    public override IReadOnlyList<string> Parameters { get; } = new ListField.Amounts(name, label, "").Parameters;

    public override async ValueTask<ListField> Field(IServiceProvider scope, CancellationToken ct) => await Own(scope, ct);

    public override async ValueTask<IQueryable<TEntity>> Apply(IQueryable<TEntity> rows, ListQuery asked, IServiceProvider scope, CancellationToken ct)
    {
        var field = await Own(scope, ct);
        if (field.Parameters.All(parameter => asked[parameter] is null)) return rows;
        var code = (asked[field.In] ?? field.Currency).ToUpperInvariant();
        if (!Currency.IsKnown(code)) throw Invalid("Write the currency with three letters, such as EUR.", field.In);

        rows = rows.Where(Ranges.Is(currency, code));
        if (Amount(asked, field.From, code) is { } least) rows = rows.Where(Ranges.From(minor, least));
        if (Amount(asked, field.To, code) is { } most) rows = rows.Where(Ranges.Below(minor, most + 1));
        return rows;
    }

    private async ValueTask<ListField.Amounts> Own(IServiceProvider scope, CancellationToken ct) =>
        new(name, label, (await scope.GetRequiredService<ISettings>().Get<StoreProfile>(ct)).Currency);

    private static long? Amount(ListQuery asked, string name, string code) => asked[name] switch
    {
        null => null,
        var text when decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var major)
            && Math.Abs(major) <= Most => (long)(major * Currency.UnitOf(code)),
        _ => throw Invalid("Write the amount in figures, such as 12.50.", name),
    };
}
