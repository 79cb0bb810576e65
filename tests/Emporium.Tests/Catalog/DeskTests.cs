using System.Text;
using Emporium.Catalog.Contracts;
using Emporium.Catalog.Desk;
using Emporium.Catalog.Products;
using Emporium.Tests.Support;

namespace Emporium.Tests.Catalog;

public sealed class DeskTests(StoreFixture stores) : IClassFixture<StoreFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_second_of_two_editors_is_refused_and_overwrites_nothing(TestDatabase database)
    {
        var store = await stores.On(database);
        var created = await store.Do<CreateProduct, ProductAnswer>(c => c.Handle(Request("two-editors"), Ct));
        await store.Do<ChangeProduct, ProductAnswer>(c => c.Handle(created.Id, Request("two-editors") with { Title = "First", Version = 1 }, Ct));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => store.Do<ChangeProduct, ProductAnswer>(c => c.Handle(created.Id, Request("two-editors") with { Title = "Second", Version = 1 }, Ct)));

        Assert.Equal("product.changed", refusal.Code);
        Assert.Equal("First", (await store.Do<ProductEditor, Product>(e => e.Read(created.Id, Ct))).Text("en").Title);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_taken_address_is_refused_beside_its_field(TestDatabase database)
    {
        var store = await stores.On(database);
        await store.Do<CreateProduct, ProductAnswer>(c => c.Handle(Request("taken"), Ct));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => store.Do<CreateProduct, ProductAnswer>(c => c.Handle(Request("taken"), Ct)));

        Assert.Equal(("product.slug_taken", "slug"), (refusal.Code, refusal.Input));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_file_of_the_same_name_replaces_the_old_one_which_stays_reachable(TestDatabase database)
    {
        var store = await stores.On(database);
        var created = await store.Do<CreateProduct, ProductAnswer>(c => c.Handle(Request("with-file"), Ct));
        var first = Assert.Single((await Add(store, created.Id, "notes.pdf", "%PDF-1.7 first")).Files);
        var second = Assert.Single((await Add(store, created.Id, "Notes.pdf", "%PDF-1.7 second")).Files);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal("application/pdf", second.MediaType);
        Assert.Equal([second.Id], (await store.Do<IProductFiles, IReadOnlyList<ProductFile>>(f => f.Of([created.Id], Ct))).Select(f => f.Id));
        Assert.Equal(first.Sha256, (await store.Do<IProductFiles, ProductFile?>(f => f.Find(first.Id, Ct)))!.Sha256);
    }

    [Theory]
    [InlineData("notes.pdf", "<html>", "product.file_type_mismatch")]
    [InlineData("cover.png", "%PDF-1.7", "product.file_type_mismatch")]
    [InlineData("notes.txt", "a\0b", "product.file_type_mismatch")]
    [InlineData("notes.pdf", "", "product.file_empty")]
    [InlineData("../", "x", "product.file_name_invalid")]
    public async Task A_file_that_is_not_what_it_claims_is_refused(string name, string content, string code)
    {
        var store = await stores.On(TestDatabase.Sqlite);
        var created = await store.Do<CreateProduct, ProductAnswer>(c => c.Handle(Request($"claims-{Guid.CreateVersion7():N}"), Ct));

        Assert.Equal(code, (await Assert.ThrowsAsync<Refusal>(() => Add(store, created.Id, name, content))).Code);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_while_it_arrives()
    {
        using var content = new MemoryStream(new byte[3_000]);
        await using var upload = new Upload(content, 2_000);
        await upload.Peek(Ct);

        Assert.Equal("product.file_too_large", (await Assert.ThrowsAsync<Refusal>(() => upload.CopyToAsync(Stream.Null, 512, Ct))).Code);
    }

    [Theory]
    [InlineData("29.00", "EUR", 2_900)]
    [InlineData("29,5", "EUR", 2_950)]
    [InlineData("3000", "JPY", 3_000)]
    [InlineData("0", "USD", 0)]
    public void A_typed_amount_is_read_in_the_digits_of_its_currency(string amount, string currency, long minor) =>
        Assert.Equal([new Money(minor, currency)], (Typed(amount, currency).Request().Prices ?? []).AsEnumerable());

    [Theory]
    [InlineData("29.005", "EUR", "product.price_invalid")]
    [InlineData("30.5", "JPY", "product.price_invalid")]
    [InlineData("1,000.00", "EUR", "product.price_invalid")]
    [InlineData("99999999999999999999", "EUR", "product.price_too_large")]
    [InlineData("10", "XYZ", "product.currency_unknown")]
    public void A_typed_amount_that_cannot_be_meant_is_refused(string amount, string currency, string code) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => Typed(amount, currency).Request()).Code);

    private static ProductFields.Typed Typed(string amount, string currency) => ProductFields.Typed.Empty with { Prices = [new(currency, amount)] };

    private static ProductRequest Request(string slug) => new(slug, "ebook", "A title", Prices: [new Money(1_900, "EUR")]);

    private static Task<ProductAnswer> Add(TestStore store, ProductId id, string name, string content) =>
        store.Do<AddFile, ProductAnswer>(add => add.Handle(id, name, new MemoryStream(Encoding.Latin1.GetBytes(content)), Ct));
}
