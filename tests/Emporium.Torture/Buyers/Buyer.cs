using Emporium.Torture.House;
using Emporium.Torture.Plans;

namespace Emporium.Torture.Buyers;

/// <summary>One buyer from the first click to the last, as planned.</summary>
internal sealed class Buyer(Town town, BuyerPlan plan, IReadOnlyList<string> shelf) : IDisposable
{
    private static readonly TimeSpan Money = TimeSpan.FromSeconds(40);

    private readonly Visitor visitor = town.Visitor();
    private Bill? bill;

    public bool IsLate => plan.Paying is Paying.PaysLate;

    private string Email => $"buyer-{plan.Number}@example.org";

    public Task Order() => Guarded(async () =>
    {
        town.Misfortunes.Pass();
        List<string> products = [.. plan.Products.Select(p => shelf[p])];
        var url = plan.ByForm
            ? await new FormTill(visitor, town, plan, Email).Submit(products)
            : await new ApiTill(visitor, town, plan, Email).Submit(products);
        town.Misfortunes.Pass();
        bill = await town.BillOf(Email, url ?? throw new UnexpectedAnswerException($"{Email} was never told where to pay."));
        if (bill is null) town.Tally.Add(Wrong.Lost, $"{Email} was sent to the bank and has no order.");
    });

    public Task Pay() => Guarded(async () =>
    {
        if (bill is null) return;
        await new BankPage(visitor, bill.PayUrl).Pay(plan.Paying);
        town.Misfortunes.Pass();
        await town.Bank.Echo(4, plan.Echoes);
        if (plan.Paying is Paying.NeverPays || !await IsPaid(bill)) return;
        town.Misfortunes.Pass();
        if (plan.Paying is Paying.PaysThenDisputes) return;
        if (plan.Downloads > 0) await new Library(visitor, town, plan).Download(bill);
        town.Misfortunes.Pass();
        await town.Desk.Return(bill, plan.Returning);
    });

    public void Dispose() => visitor.Dispose();

    /// <summary>Reloads the thank-you page, as people do; some leave before the money has arrived.</summary>
    private Task<bool> IsPaid(Bill due) => Patience.Try(Money, async () =>
    {
        await visitor.Get($"/orders/{due.Order}/thanks?token={due.Token}");
        var order = await visitor.Get($"/api/v1/orders/{due.Order}?token={due.Token}");
        return order.IsOk && !string.Equals(order.Json.GetProperty("status").GetString(), "placed", StringComparison.OrdinalIgnoreCase);
    });

    private async Task Guarded(Func<Task> life)
    {
        try
        {
            await life();
        }
        catch (Exception trouble) when (trouble is UnexpectedAnswerException or TimeoutException)
        {
            town.Tally.Add(Wrong.Error, $"{Email}: {trouble.Message}");
        }
    }
}
