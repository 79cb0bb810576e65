using System.Data.Common;
using System.Diagnostics;
using Emporium.Bench.Filling;
using Emporium.Bench.Load;
using Emporium.Bench.Machine;
using Emporium.Bench.Pages;
using Emporium.Bench.Purchases;
using Emporium.Bench.Reports;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Emporium.Bench;

/// <summary>Everything that is measured, in a small shop and then in a large one.</summary>
internal sealed class Bench(Options options, string program, TemporaryPostgres? postgres)
{
    private const string Small = "1,000 products, 1,000 orders";
    private const string Large = "100,000 products, 1,000,000 orders";
    private readonly Report report = new();

    /// <exception cref="InvalidOperationException">The books do not balance, or an order was lost.</exception>
    public async Task Run()
    {
        await Measure(Small, "small", products: 1_000, orders: 1_000);
        if (!options.IsQuick && !options.IsSmall)
        {
            await Measure(Large, "large", products: 100_000, orders: 1_000_000, isKept: true);
            report.Compare(Small, Large);
        }
        if (options.Out is { } path) await report.Write(path, options);
    }

    private async Task Measure(string chapter, string name, int products, int orders, bool isKept = false)
    {
        report.Begin(chapter);
        var kept = Workshop.Folder($"{name}_{options.Database}_{Published.Schema()}");
        var mark = Path.Combine(kept, "filled");
        var isFilled = isKept && File.Exists(mark);
        var folder = isFilled ? kept : Workshop.Fresh(Path.GetFileName(kept));
        var connection = postgres is null ? $"Data Source={Path.Combine(folder, "store.db")}"
            : isFilled ? postgres.Connection(Path.GetFileName(folder)) : await postgres.Create(Path.GetFileName(folder));
        await using DbDataSource database = postgres is null ? SqliteFactory.Instance.CreateDataSource(connection) : NpgsqlDataSource.Create(connection);
        if (!isFilled) await Fill(folder, connection, database, products, orders);
        await File.WriteAllTextAsync(mark, "");

        if (!options.OnlyPurchases) report.Add(new Figure("start to first page", (await Starts(folder, connection)).TotalSeconds, "s", AtMost: 2));
        await using var shop = await Open(folder, connection);
        await Task.Delay(options.WarmUp);
        report.Add(new Figure("memory, idle", shop.Store.Resident, "MiB", AtMost: 150));
        if (!options.OnlyPurchases)
            await foreach (var figure in new PageMeasures(new Pace(options), shop, folder, options.Database, connection).Run()) report.Add(figure);

        await Purchase(shop, database);
        report.Add(new Figure("memory, after all that", shop.Store.Resident, "MiB", AtMost: 300));
    }

    private async Task Fill(string folder, string connection, DbDataSource database, int products, int orders)
    {
        var begun = Stopwatch.GetTimestamp();
        await using (var shop = await Open(folder, connection))
        {
            var before = await Snapshot.Of(database);
            using (var store = await shop.Store.Connect())
            using (var bank = await shop.Bank.Connect())
                await new Buyer(store, bank, await WholePurchase.SomeProduct(shop), TimeSpan.FromMilliseconds(50)).Buy("template");
            await Books.Demand(database, 1);
            var filling = new Filling.Filling(database, before, await Snapshot.Of(database));
            await shop.Store.DisposeAsync();
            await filling.Multiply(products, orders);
        }
        SqliteConnection.ClearAllPools();
        Console.WriteLine($"  (filled in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s)");
    }

    private async Task<TimeSpan> Starts(string folder, string connection)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < options.Rounds; i++)
        {
            await using var shop = await Open(folder, connection);
            if (shop.Store.Started < best) best = shop.Store.Started;
        }
        return best;
    }

    private async Task Purchase(Shop shop, DbDataSource database)
    {
        var product = await WholePurchase.SomeProduct(shop);
        var paid = await Books.Count(database, "select count(*) from sales_orders where status = 'Paid'");
        foreach (var (buyers, target, orders) in new[] { (1, 100.0, options.IsQuick ? 200 : 1_500), (16, 200.0, options.IsQuick ? 800 : 6_000) })
        {
            var warm = await WholePurchase.Measure(shop, product, buyers, orders / 2);
            var result = await WholePurchase.Measure(shop, product, buyers, orders);
            paid += warm.Done + result.Done;
            report.Add(new Figure($"whole purchases, {buyers} at once", result.PerSecond, "orders/s", AtLeast: target, Note: result.ToString()));
        }
        await Books.Demand(database, paid);
    }

    private Task<Shop> Open(string folder, string connection) => Shop.Open(program, folder, postgres is null ? null : connection);
}
