using System.Data.Common;
using System.Diagnostics;

namespace Emporium.Bench.Purchases;

/// <summary>What the database says after the last purchase: every order that was completed is paid and delivered, and the books balance.</summary>
internal static class Books
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidOperationException">Something does not add up; the message says what.</exception>
    public static async Task Demand(DbDataSource database, long paid)
    {
        for (var begun = Stopwatch.GetTimestamp(); await Count(database, "select count(*) from platform_deliveries where status = 'Pending'") > 0; await Task.Delay(200))
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new InvalidOperationException("Reactions are still waiting.");
        }
        await Equal(database, "orders paid", "select count(*) from sales_orders where status = 'Paid'", paid);
        await Equal(database, "lines without access", "select count(*) from sales_order_lines l join sales_orders o on o.id = l.order_id where o.status = 'Paid' and not exists (select 1 from delivery_entitlements e where e.order_id = o.id)", 0);
        await Equal(database, "payments captured", "select count(*) from payments_payments where status = 'Captured'", paid);
        await Equal(database, "currencies out of balance", "select count(*) from (select currency from ledger_lines group by book, currency having sum(minor) <> 0) t", 0);
        await Equal(database, "dead letters", "select count(*) from platform_deliveries where status = 'Dead'", 0);
    }

    public static async Task<long> Count(DbDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Equal(DbDataSource database, string what, string sql, long expected)
    {
        if (await Count(database, sql) is var found && found != expected) throw new InvalidOperationException($"The database has {found} {what}, not {expected}.");
    }
}
