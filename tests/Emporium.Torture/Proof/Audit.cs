using Emporium.Ledger.Contracts;
using Emporium.Platform;
using Emporium.Sales.Orders;
using Emporium.Sales.Proof;
using Emporium.Torture.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Torture.Proof;

/// <summary>Looks at a store that has come to rest from every side, and at the bank's books beside it.</summary>
internal static class Audit
{
    /// <param name="bank">Null where no bank of its own took part.</param>
    public static async Task Run(Clerk store, Bank? bank, Tally tally)
    {
        await store.Do<IServiceProvider, bool>(async scope =>
        {
            var db = scope.GetRequiredService<Platform.Data.StoreDb>();
            tally.Orders = await db.Set<Order>().CountAsync();
            tally.Payments = await db.Set<Payments.Attempts.Payment>().CountAsync(p => p.CapturedAt != null);
            await Once.Check(db, tally);
            await Complete.Check(db, tally);
            await Limits.Check(db, tally);
            if (bank is not null) await Banked.Check(db, await bank.Payments(), tally);
            await Books(scope, tally);
            return true;
        });
    }

    private static async Task Books(IServiceProvider scope, Tally tally)
    {
        tally.Add(Wrong.Imbalance, await scope.GetRequiredService<ILedgerProof>().Check(Book.Test, CancellationToken.None));
        var sales = scope.GetRequiredService<SalesProof>();
        tally.Add(Wrong.Imbalance, await sales.Check(Book.Test, CancellationToken.None));
        tally.Add(Wrong.Imbalance, await sales.CheckEach(Book.Test, CancellationToken.None));
    }
}
