using Emporium.Catalog.Contracts;
using Emporium.Catalog.Products;

namespace Emporium.Tests.Catalog;

public sealed class ProductTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_product_without_a_price_cannot_be_published() => Refuses("product.price_missing", () => Draft().Publish(At));

    [Fact]
    public void Publishing_twice_is_noticed_and_keeps_its_place_on_the_shelf()
    {
        var product = Draft();
        product.Cost([new Money(2_900, "EUR")]);

        Assert.True(product.Publish(At));
        Assert.False(product.Publish(At.AddDays(1)));
        Assert.True(product.Archive(At.AddDays(2)));
        Assert.False(product.Archive(At.AddDays(3)));
        Assert.True(product.Publish(At.AddDays(4)));
        Assert.Equal(At, product.PublishedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Field-Notes")]
    [InlineData("field--notes")]
    [InlineData("-field")]
    [InlineData("field_notes")]
    [InlineData("füld")]
    [InlineData("a/../b")]
    public void An_address_of_other_characters_is_refused(string slug) => Refuses("product.slug_invalid", () => Draft().Name(slug, "ebook"));

    [Fact]
    public void An_address_longer_than_eighty_characters_is_refused() => Refuses("product.slug_invalid", () => Draft().Name(new string('a', 81), "ebook"));

    [Theory]
    [InlineData(-1, "EUR", "product.price_negative")]
    [InlineData(1_000_000_000_000, "EUR", "product.price_too_large")]
    [InlineData(100, "XXX", "product.currency_unknown")]
    [InlineData(100, "eur", "product.currency_unknown")]
    public void A_price_that_no_bank_takes_is_refused(long minor, string currency, string code) => Refuses(code, () => Draft().Cost([new Money(minor, currency)]));

    [Fact]
    public void Two_prices_in_one_currency_are_refused() => Refuses("product.price_twice", () => Draft().Cost([new Money(1, "EUR"), new Money(2, "EUR")]));

    [Theory]
    [InlineData(-1, null, "product.refund_days_invalid")]
    [InlineData(366, null, "product.refund_days_invalid")]
    [InlineData(14, 0, "product.download_limit_invalid")]
    [InlineData(14, 10_001, "product.download_limit_invalid")]
    public void Terms_out_of_range_are_refused(int days, int? limit, string code) => Refuses(code, () => Draft().Offer(days, limit));

    [Fact]
    public void A_title_of_two_lines_is_refused() => Refuses("product.title_invalid", () => Draft().Text("en").Say("One\nTwo", "", "", ""));

    [Fact]
    public void A_file_that_is_taken_out_is_archived_and_comes_back_under_its_own_id()
    {
        var (product, file) = (Draft(), new ProductDraftFile("notes.pdf", "application/pdf", new string('a', 64), 100));
        product.Hold([file], null, TimeProvider.System);
        var id = product.Files[0].Id;

        product.Hold([], null, TimeProvider.System);
        Assert.Empty(product.CurrentFiles);
        Assert.Single(product.Files);

        product.Hold([file], null, TimeProvider.System);
        Assert.Equal(id, Assert.Single(product.CurrentFiles).Id);
    }

    [Fact]
    public void The_second_of_two_editors_is_told() => Refuses("product.changed", () =>
    {
        var product = Draft();
        product.Touch();
        product.Expect(1);
    });

    private static Product Draft() => new(ProductId.New(TimeProvider.System), SellerId.Store, At);

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
