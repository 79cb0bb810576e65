using System.Text;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

/// <summary>A file has versions: buyers get the current one, and earlier ones come back.</summary>
public sealed class FileVersionTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_file_of_the_same_name_is_the_next_version_with_its_note(TestDatabase database)
    {
        var (store, product) = await Begun(database);
        var first = await Add(store, product, "notes.pdf", "one");
        var second = await Add(store, product, "notes.pdf", "two", "Page 12 is right now.");

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(first.Series, second.Series);
        var current = Assert.Single(await store.Do<IProductFiles, IReadOnlyList<ProductFile>>(f => f.Of([product], Ct)));
        Assert.Equal((second.Id, 2, "Page 12 is right now."), (current.Id, current.Number, current.Note));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_earlier_version_comes_back_and_the_next_one_counts_on(TestDatabase database)
    {
        var (store, product) = await Begun(database);
        var first = await Add(store, product, "notes.pdf", "one");
        await Add(store, product, "notes.pdf", "two");

        await store.Do<ArchiveFile, ProductAnswer>(a => a.Restore(product, first.Id, Ct));
        Assert.Equal(first.Id, Assert.Single(await store.Do<IProductFiles, IReadOnlyList<ProductFile>>(f => f.Of([product], Ct))).Id);
        Assert.Equal(3, (await Add(store, product, "notes.pdf", "three")).Number);
    }

    [Fact]
    public async Task A_version_may_have_another_name_and_takes_no_other_files()
    {
        var (store, product) = await Begun(TestDatabase.Sqlite);
        var first = await Add(store, product, "notes.pdf", "one");
        await Add(store, product, "extra.pdf", "else");

        Assert.Equal((2, "notes-2026.pdf"), await Named("notes-2026.pdf"));
        Assert.Equal("product.file_name_taken", (await Assert.ThrowsAsync<Refusal>(() => Named("extra.pdf"))).Code);

        async Task<(int, string)> Named(string name)
        {
            var added = await Add(store, product, name, $"as {name}", series: first.Series);
            return (added.Number, added.Name);
        }
    }

    [Fact]
    public async Task What_was_taken_out_can_be_put_back_unless_its_name_is_taken()
    {
        var (store, product) = await Begun(TestDatabase.Sqlite);
        var first = await Add(store, product, "notes.pdf", "one");
        await store.Do<ArchiveFile, ProductAnswer>(a => a.Handle(product, first.Id, Ct));
        var newcomer = await Add(store, product, "notes.pdf", "newcomer");
        Assert.Equal((1, true), (newcomer.Number, newcomer.Series != first.Series));

        Assert.Equal("product.file_name_taken", (await Assert.ThrowsAsync<Refusal>(() => store.Do<ArchiveFile, ProductAnswer>(a => a.Restore(product, first.Id, Ct)))).Code);
        await store.Do<ArchiveFile, ProductAnswer>(a => a.Handle(product, newcomer.Id, Ct));
        Assert.Equal(first.Id, Assert.Single((await store.Do<ArchiveFile, ProductAnswer>(a => a.Restore(product, first.Id, Ct))).Files).Id);
    }

    private static async Task<ProductAnswer.File> Add(TestStore store, ProductId product, string name, string content, string note = "", ProductFileId? series = null)
    {
        var answer = await store.Do<AddFile, ProductAnswer>(add => add.Handle(product, name, new MemoryStream(Encoding.Latin1.GetBytes($"%PDF-1.7 {content}")), Ct, note, series));
        return answer.Files.Single(f => f.Name == name);
    }

    private async Task<(TestStore Store, ProductId Product)> Begun(TestDatabase database)
    {
        var store = await stores.On(database);
        return (store, await store.Put(Drafts.Of($"versions-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}")));
    }
}
