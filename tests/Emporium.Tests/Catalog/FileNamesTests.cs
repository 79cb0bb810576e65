using Emporium.Catalog.Products;

namespace Emporium.Tests.Catalog;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("field-notes.pdf", "field-notes.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\ida\\Book.epub", "Book.epub")]
    [InlineData("a\0b\r\nc.txt", "abc.txt")]
    [InlineData("in<voice>: \"final\"?.pdf", "invoice final.pdf")]
    [InlineData("cover\u202Egpj.exe", "covergpj.exe")]
    [InlineData("  .hidden. ", "hidden")]
    [InlineData("Übersicht №3.pdf", "Übersicht №3.pdf")]
    public void A_name_is_made_safe_for_every_system(string name, string clean) => Assert.Equal(clean, FileNames.Clean(name));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var clean = FileNames.Clean(new string('a', 400) + ".epub");

        Assert.Equal(ProductRules.MaxFileName, clean.Length);
        Assert.EndsWith(".epub", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../")]
    [InlineData("...")]
    public void A_name_of_nothing_is_refused(string name) =>
        Assert.Equal("product.file_name_invalid", Assert.Throws<Refusal>(() => FileNames.Clean(name)).Code);
}
