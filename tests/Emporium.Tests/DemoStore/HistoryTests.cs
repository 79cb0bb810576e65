using Emporium.Host.DemoStore.History;
using Emporium.Ledger.Journal;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.DemoStore;

/// <summary>A past that is made up goes through the real handlers, so that it holds what a real one would.</summary>
public sealed class HistoryTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_past_has_orders_from_several_countries_refunds_and_books_that_balance(TestDatabase database)
    {
        // Long enough for goods to come back; on PostgreSQL, where each order takes longer, as long as shows that it works.
        var (days, hasReturns) = database is TestDatabase.Sqlite ? (30, true) : (5, false);
        using var folder = new TestFolder();
        var options = await database.Create(folder.Path);
        string[] arguments =
        [
            $"--Data:Folder={folder.Path}", $"--Database:Provider={options.Provider}", $"--Database:ConnectionString={options.ConnectionString}",
            "--Sandbox:Enabled=true", "--Store:Url=http://127.0.0.1:5099", "--Jobs:Enabled=false",
        ];
        try
        {
            var taken = await WriteHistory.Run(arguments, days, _ => { }, TestContext.Current.CancellationToken);

            await using (var db = TestDatabases.Open(options))
            {
                var (orders, now) = (await db.Set<Order>().AsNoTracking().ToListAsync(), TimeProvider.System.GetUtcNow());
                Assert.Equal(taken, orders.Count);
                Assert.All(orders, order => Assert.InRange(order.PlacedAt, now.AddDays(-days - 1), now));
                Assert.True(orders.Select(order => order.Country).Distinct().Count() >= 4);
                Assert.True(orders.Select(order => order.PlacedAt.Date).Distinct().Count() >= days / 2);
                Assert.Contains(orders, order => order.Status is OrderStatus.Paid);
                Assert.True(!hasReturns || orders.Exists(order => order.RefundedMinor > 0));
                Assert.Equal(0, await Imbalance(db));
            }
            var again = await Assert.ThrowsAsync<InvalidOperationException>(() => WriteHistory.Run(arguments, days, _ => { }, TestContext.Current.CancellationToken));
            Assert.Contains("has begun already", again.Message, StringComparison.Ordinal);
        }
        finally
        {
            await database.Drop(options);
        }
    }

    private static async Task<long> Imbalance(StoreDb db) => (await db.Set<LedgerLine>().GroupBy(line => new { line.EntryId, line.Currency }).Select(entry => entry.Sum(line => line.Minor)).ToListAsync()).Sum(Math.Abs);
}
