using System.Globalization;
using Emporium.Sales.Contracts;

namespace Emporium.Host.DemoStore.History;

/// <summary>Lives through the days of a store's past, one order after the other.</summary>
internal sealed class Past(HistoryClock clock, Chance chance, People people, Shopping shopping, Returns returns, IServiceProvider services)
{
    private const string GoodCard = "4242424242424242";
    private const string DeclinedCard = "4000000000009995";
    private const string DisputedCard = "4000000000000259";

    private const double TakesTwo = 0.18;
    private const double LeavesWithoutPaying = 0.07;
    private const double IsDeclinedFirst = 0.06;
    private const double IsDisputed = 0.004;
    private const double ComesBack = 0.035;
    private const double Downloads = 0.85;
    private const int RefundDays = 14;

    // By place on the shelf: what is featured sells most, what is free goes best.
    private static readonly int[] Appeal = [30, 16, 18, 8, 12, 30, 9];

    public async Task<int> Live(DateOnly from, int days, IReadOnlyList<Shopping.Good> shelf, Action<string> say, CancellationToken ct)
    {
        var goods = shelf.Select((good, place) => (good, Appeal[place % Appeal.Length])).ToList();
        var orders = 0;
        for (var number = 0; number < days; number++)
        {
            var day = from.AddDays(number);
            var times = Enumerable.Range(0, chance.Count(Season.Expected(day, number, days))).Select(_ => At(day)).Order().ToList();
            foreach (var at in times)
            {
                await RefundUntil(at, ct);
                clock.LeapTo(at);
                await Buy(goods, ct);
            }
            orders += times.Count;
            if (day.Day == 1) say($"{day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}: {orders} orders so far");
        }
        await RefundUntil(clock.GetUtcNow(), ct);
        return orders;
    }

    private async Task Buy(IReadOnlyList<(Shopping.Good Good, int Weight)> goods, CancellationToken ct)
    {
        var (person, first) = (people.Next(), chance.Of(goods));
        var chosen = chance.Happens(TakesTwo) ? new[] { first, chance.Of(goods) }.DistinctBy(good => good.Id).ToList() : [first];
        var currency = chosen.All(good => good.HasPriceIn(person.Currency)) ? person.Currency : DemoGoods.Store.Currency;

        var order = await shopping.Order(person, [.. chosen.Select(good => good.Id)], currency, ct);
        var card = chance.Happens(IsDisputed) ? DisputedCard : GoodCard;
        if (order.PayPage is not null && !await Pay(order, card, ct)) return;
        await shopping.UntilPaid(order, ct);

        // A disputed order is about to rest, and its files with it.
        if (card is GoodCard && chance.Happens(Downloads)) await Download(order, ct);
    }

    private async Task<bool> Pay(Shopping.Placed order, string card, CancellationToken ct)
    {
        if (chance.Happens(LeavesWithoutPaying)) return false;
        if (chance.Happens(IsDeclinedFirst)) await shopping.Pay(order, DeclinedCard, ct);
        await shopping.Pay(order, card, ct);
        if (chance.Happens(ComesBack)) returns.Plan(order.Id, clock.GetUtcNow() + (TimeSpan.FromDays(RefundDays) * chance.Fraction()));
        return true;
    }

    private async Task Download(Shopping.Placed placed, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var order = await scope.ServiceProvider.GetRequiredService<IOrders>().Find(OrderId.Parse(placed.Id, null), ct);
        var address = scope.ServiceProvider.GetRequiredService<ILibraryLinks>().LinkFor(order!.Customer);
        await shopping.Download(address[(address.LastIndexOf('/') + 1)..], ct);
    }

    private async Task RefundUntil(DateTimeOffset moment, CancellationToken ct)
    {
        while (returns.Next(moment) is { } due)
        {
            clock.LeapTo(due.At);
            await returns.Refund(due.Order, ct);
        }
    }

    // People buy in the evening, and a little at lunch.
    private DateTimeOffset At(DateOnly day)
    {
        var hour = chance.Happens(0.3) ? 11 + (3 * chance.Fraction()) : 6 + (16.5 * Math.Sqrt(chance.Fraction()));
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(hour);
    }
}
