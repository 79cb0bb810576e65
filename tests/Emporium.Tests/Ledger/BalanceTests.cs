using Emporium.Ledger.Balances;
using Emporium.Ledger.Contracts;
using Emporium.Ledger.Journal;
using Emporium.Platform.Data;
using Emporium.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Ledger;

public sealed class BalanceTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static int next;

    private static readonly Account[] Accounts =
        [Account.GatewayClearing("a"), Account.GatewayFees("a"), Account.BuyersReceipts("ord_1"), Account.BuyersReceipts("ord_2"), Account.Revenue("sel_1"), Account.TaxPayable("PT")];

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Whatever_is_posted_and_whenever_snapshots_are_taken_the_books_agree_with_plain_sums(TestDatabase database)
    {
        var store = await stores.On(database);
        var expected = new Dictionary<(Account, string), long>();
        foreach (var moves in Gen.Sample(Moves(), 40))
        {
            await Post(store, moves);
            foreach (var move in moves.Where(m => m.Minor != 0))
            {
                Add(expected, Accounts[move.From], move.Currency, -move.Minor);
                Add(expected, Accounts[move.To], move.Currency, move.Minor);
            }
            store.Clock.Advance(TimeSpan.FromMinutes(moves.Length * 4));
            await store.Do<TakeSnapshots>(job => job.Run(default));
        }

        foreach (var ((account, currency), minor) in expected)
            Assert.Equal(new Money(minor, currency), await store.Do<ILedger, Money>(l => l.Balance(Book.Test, account, currency, default)));
        var trial = await store.Do<ILedger, IReadOnlyList<TrialBalanceLine>>(l => l.TrialBalance(Book.Test, default));
        Assert.All(trial.GroupBy(l => l.Debits.Currency), c => Assert.Equal(c.Sum(l => l.Debits.Minor), c.Sum(l => l.Credits.Minor)));
        foreach (var code in expected.GroupBy(e => (e.Key.Item1.Code, e.Key.Item2)))
        {
            var line = trial.Single(l => l.Code == code.Key.Code && l.Debits.Currency == code.Key.Item2);
            Assert.Equal(code.Sum(e => e.Value), line.Debits.Minor - line.Credits.Minor);
        }
        Assert.Empty(await store.Do<ILedgerProof, IReadOnlyList<string>>(p => p.Check(Book.Test, default)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_is_booked_once(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        Task Book() => Save(store, ledger => ledger.Post(Entry(Emporium.Book.Live, "ord_9", "twice", 100)));

        await Book();

        Assert.True(DbErrors.IsDuplicate(await Assert.ThrowsAnyAsync<DbUpdateException>(Book)));
        Assert.Equal(new Money(100, "EUR"), await store.Do<ILedger, Money>(l => l.Balance(Emporium.Book.Live, Account.GatewayClearing("once"), "EUR", default)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_proof_sees_a_line_that_was_changed_behind_our_back(TestDatabase database)
    {
        await using var store = await TestStore.Open(database);
        await Save(store, ledger => ledger.Post(Entry(Book.Test, "ord_1", "tampered", 100)));
        await store.Do<StoreDb>(db => db.Set<LedgerLine>().Where(l => l.Minor > 0).ExecuteUpdateAsync(set => set.SetProperty(l => l.Minor, 99)));

        var violations = await store.Do<ILedgerProof, IReadOnlyList<string>>(p => p.Check(Book.Test, default));

        Assert.Contains(violations, v => v.Contains("-0.01 EUR", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Entries_about_a_reference_come_oldest_first_with_their_lines(TestDatabase database)
    {
        var store = await stores.On(database);
        await Save(store, ledger => ledger.Post(Entry(Book.Live, "ord_about", "about:1", 100)));
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Save(store, ledger => ledger.Post(Entry(Book.Live, "ord_about", "about:2", 200)));

        var entries = await store.Do<ILedger, IReadOnlyList<JournalEntry>>(l => l.About("ord_about", default));

        Assert.Equal(["about:1", "about:2"], entries.Select(e => e.Key));
        Assert.Equal([200, -200], entries[1].Lines.Select(l => l.Amount.Minor));
    }

    private static JournalEntry Entry(Book book, string reference, string key, long minor) => new(
        book, "test.posted", reference, key, DateTimeOffset.UnixEpoch,
        [new(Account.GatewayClearing("once"), new Money(minor, "EUR")), new(Account.BuyersReceipts(reference), new Money(-minor, "EUR"))]);

    private static Task Post(TestStore store, Move[] moves) => Save(store, ledger =>
    {
        foreach (var move in moves.Where(m => m.Minor != 0))
            ledger.Post(new JournalEntry(Book.Test, "test.moved", "ord_1", $"test.moved:{Interlocked.Increment(ref next)}:{store.Url}", DateTimeOffset.UnixEpoch,
                [new(Accounts[move.To], new Money(move.Minor, move.Currency)), new(Accounts[move.From], new Money(-move.Minor, move.Currency))]));
    });

    private static async Task Save(TestStore store, Action<ILedger> act) => await store.Do<IServiceProvider>(async scope =>
    {
        act((ILedger)scope.GetService(typeof(ILedger))!);
        await ((StoreDb)scope.GetService(typeof(StoreDb))!).SaveChangesAsync();
    });

    private static Gen<Move[]> Moves() => Gen.ArrayOf(
        from @from in Gen.Choose(0, Accounts.Length - 1)
        from to in Gen.Choose(0, Accounts.Length - 1)
        from minor in Gen.Choose(-100_000, 100_000)
        from currency in Gen.Elements("EUR", "JPY", "KWD")
        select new Move(@from, to, minor, currency), 5);

    private static void Add(Dictionary<(Account, string), long> sums, Account account, string currency, long minor) =>
        sums[(account, currency)] = sums.GetValueOrDefault((account, currency)) + minor;

    private sealed record Move(int From, int To, long Minor, string Currency);
}
