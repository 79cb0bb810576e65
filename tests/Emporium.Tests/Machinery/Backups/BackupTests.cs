using System.Data.Common;
using System.Text;
using Emporium.Accounts.SigningIn;
using Emporium.Catalog.Contracts;
using Emporium.Ledger.Contracts;
using Emporium.Platform;
using Emporium.Platform.Backups;
using Emporium.Platform.Data;
using Emporium.Platform.Data.Copying;
using Emporium.Platform.Files;
using Emporium.Sales.Contracts;
using Emporium.Tests.Accounts;
using Emporium.Tests.Sales;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Machinery.Backups;

/// <summary>A store that has sold is copied while it runs, put back elsewhere, and compared row by row.</summary>
public sealed class BackupTests
{
    // What a backup or a restore itself writes, and what moves while a store runs.
    private static readonly string[] Own = ["platform_settings", "platform_generations", "accounts_sessions", "platform_leases", "platform_job_runs"];

    public static TheoryData<TestDatabase, TestDatabase> Pairs => [.. TestDatabases.All.SelectMany(from => TestDatabases.All.Select(to => (from.Data, to.Data)))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Pairs))]
    public async Task A_backup_of_a_running_store_comes_back_whole_on_either_database(TestDatabase from, TestDatabase to)
    {
        await using var store = await Sold(from);
        var archive = Path.Combine(store.Folder, "store.tar");
        var made = await store.Do<MakeBackup, BackupReport>(backup => backup.Run(archive, Ct));
        await using var restored = await EmptyStore.On(to, Path.Combine(store.Folder, "master.key"));

        var report = await restored.Do<RestoreBackup, BackupReport>(restore => restore.Run(archive, _ => { }, Ct));

        Assert.Equal((made.Rows, 1L), (report.Rows, report.Files));
        Assert.Equal(Lines(await Digests(store.Do<StoreDb, IReadOnlyDictionary<string, string>>)), Lines(await Digests(restored.Do<StoreDb, IReadOnlyDictionary<string, string>>)));
        Assert.Equal("A file", await Text(restored));
        Assert.Empty(await restored.Do<ILedgerProof, IReadOnlyList<string>>(proof => proof.Check(Book.Test, Ct)));
        Assert.Equal(0, await restored.Do<StoreDb, int>(db => db.Set<Session>().CountAsync()));
    }

    [Theory, MemberData(nameof(Pairs))]
    public async Task A_store_moves_to_the_other_database_and_nothing_is_lost(TestDatabase from, TestDatabase to)
    {
        await using var store = await Sold(from);
        var twin = await EmptyStore.On(to, Path.Combine(store.Folder, "master.key"));
        await using (twin)
        {
            // As if the store had been stopped: its leases run out.
            await store.Do<StoreDb, int>(db => db.Set<Lease>().ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch)));
            var before = await Digests(store.Do<StoreDb, IReadOnlyDictionary<string, string>>);

            await store.Do<MoveStore, long>(move => move.Run(twin.Database, _ => { }, Ct));

            Assert.Equal(Lines(before), Lines(await Digests(twin.Do<StoreDb, IReadOnlyDictionary<string, string>>)));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Nothing_is_copied_over_a_database_that_holds_something(TestDatabase database)
    {
        await using var store = await Sold(database);
        await using var other = await TestStore.Open(TestDatabase.Sqlite);
        var archive = Path.Combine(store.Folder, "store.tar");
        await store.Do<MakeBackup, BackupReport>(backup => backup.Run(archive, Ct));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => store.Do<RestoreBackup, BackupReport>(restore => restore.Run(archive, _ => { }, Ct)));

        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_archive_a_cut_one_and_one_under_another_key_are_refused_before_the_database_is_touched()
    {
        await using var store = await Sold(TestDatabase.Sqlite);
        var archive = Path.Combine(store.Folder, "store.tar");
        await store.Do<MakeBackup, BackupReport>(backup => backup.Run(archive, Ct));
        var bytes = await File.ReadAllBytesAsync(archive, Ct);
        var file = bytes.AsSpan().IndexOf("A file"u8);
        Assert.True(file > 0);

        Assert.Contains("not what its name says", await Refusal(store, archive, [.. bytes[..file], (byte)'B', .. bytes[(file + 1)..]]), StringComparison.Ordinal);
        Assert.Contains("missing where it should stand", await Refusal(store, archive, bytes[..(bytes.AsSpan().LastIndexOf("end.json"u8) - 1024)]), StringComparison.Ordinal);
        Assert.Contains("another master key", await Refusal(store, archive, bytes, otherKey: true), StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(TestStore store, string archive, byte[] bytes, bool otherKey = false)
    {
        var (changed, key) = ($"{archive}.changed", Path.Combine(store.Folder, otherKey ? "other.key" : "master.key"));
        await File.WriteAllBytesAsync(changed, bytes, Ct);
        if (otherKey) await File.WriteAllTextAsync(key, Convert.ToBase64String(Encoding.ASCII.GetBytes("another key of thirty-two bytes.")), Ct);
        await using var empty = await EmptyStore.On(TestDatabase.Sqlite, key);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => empty.Do<RestoreBackup, BackupReport>(restore => restore.Run(changed, _ => { }, Ct)));

        Assert.False(File.Exists(Path.Combine(empty.Folder, "store.db")), "The database was touched.");
        return refused.Message;
    }

    private static async Task<TestStore> Sold(TestDatabase database)
    {
        var store = await TestStore.Open(database);
        await store.Owner();
        await store.Do<IFiles, StoredFile>(files => files.Put(new MemoryStream("A file"u8.ToArray()), Ct));
        var (order, _, pay) = await store.Placed(await store.Cart(await store.Product()));
        await store.Pay(pay!);
        await store.Becomes(order, OrderStatus.Paid);
        await store.Settle();
        return store;
    }

    private static async Task<string> Text(EmptyStore store)
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("A file"u8));
        await using var file = await store.Do<IFiles, Stream>(files => files.Open(sha256, 0, null, Ct));
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(Ct);
    }

    private static Task<IReadOnlyDictionary<string, string>> Digests(Func<Func<StoreDb, Task<IReadOnlyDictionary<string, string>>>, Task<IReadOnlyDictionary<string, string>>> ask) => ask(async db =>
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var reading = await db.Database.GetDbConnection().BeginTransactionAsync(Ct);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in CopiedTable.Of(db).Where(t => !Own.Contains(t.Name))) digests[table.Name] = await DigestOf(reading, table);
        return digests;
    });

    private static string Lines(IReadOnlyDictionary<string, string> digests) => string.Join('\n', digests.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}"));

    private static async Task<string> DigestOf(DbTransaction reading, CopiedTable table)
    {
        var digest = new TableDigest(table with { Columns = [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal)] });
        await foreach (var row in RowReader.Read(reading, table with { Columns = [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal)] }, Ct)) digest.Add(row);
        return digest.ToString();
    }
}
