using Emporium.Catalog.Search;

namespace Emporium.Tests.Catalog;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    public void Nothing_asked_for_is_no_search(string? text) => Assert.Null(SearchWords.Parse(text));

    [Theory]
    [InlineData("Field Notes", "field notes")]
    [InlineData("\"field\" OR notes*", "field or notes")]
    [InlineData("title:x NEAR(a b, 3) ^y -z", "title x near a b 3 y z")]
    [InlineData("a' & 'b | !c <-> d:*", "a b c d")]
    [InlineData("café Ünïcode", "café ünïcode")]
    [InlineData("'; drop table catalog_products; --", "drop table catalog_products")]
    public void No_operator_of_a_query_language_survives(string text, string words) =>
        Assert.Equal(words.Replace('_', ' '), string.Join(' ', SearchWords.Parse(text)!.All));

    [Fact]
    public void Punctuation_alone_holds_no_word() => Assert.Empty(SearchWords.Parse("\"*'^:-()")!.All);

    [Theory]
    [InlineData(10_000)]
    [InlineData(201)]
    public void A_text_of_thousands_of_characters_is_refused(int length) =>
        Assert.Equal("search.too_long", Assert.Throws<Refusal>(() => SearchWords.Parse(new string('a', length))).Code);
}
