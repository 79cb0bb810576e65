using System.Text;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Tests.Support;

namespace Emporium.Tests.Machinery.Security;

public sealed class VaultTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("Dear Ada");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_sealed_for_a_subject_opens_until_its_key_is_shredded(TestDatabase database)
    {
        var store = await stores.On(database);
        var sealedLetter = await Seal(store, "ord_one");

        Assert.DoesNotContain("Ada", Encoding.UTF8.GetString(sealedLetter), StringComparison.Ordinal);
        Assert.Equal(Letter, await store.Do<Vault, byte[]?>(vault => vault.Open("ord_one", sealedLetter, Ct)));

        await store.Do<Vault>(vault => vault.Shred("ord_one", Ct));
        Assert.Null(await store.Do<Vault, byte[]?>(vault => vault.Open("ord_one", sealedLetter, Ct)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task One_subject_cannot_open_what_another_sealed(TestDatabase database)
    {
        var store = await stores.On(database);
        var sealedLetter = await Seal(store, "ord_two");
        await Seal(store, "ord_three");

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => store.Do<Vault, byte[]?>(vault => vault.Open("ord_three", sealedLetter, Ct)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_key_of_a_unit_of_work_that_was_not_saved_is_not_used_again(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Do<Vault>(vault => vault.Seal("ord_four", Letter, Ct));

        var sealedLetter = await Seal(store, "ord_four");

        Assert.Equal(Letter, await store.Do<Vault, byte[]?>(vault => vault.Open("ord_four", sealedLetter, Ct)));
    }

    private static Task<byte[]> Seal(TestStore store, string subject) => store.Do<IServiceProvider, byte[]>(async services =>
    {
        var (db, vault) = ((StoreDb)services.GetService(typeof(StoreDb))!, (Vault)services.GetService(typeof(Vault))!);
        var sealedLetter = await vault.Seal(subject, Letter, Ct);
        await db.SaveChangesAsync(Ct);
        return sealedLetter;
    });
}
