using Emporium.Delivery.Downloads;

namespace Emporium.Tests.Delivery;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Plain Dealing.epub", "Plain Dealing.epub")]
    [InlineData("Übergrößen – 東京 🎧.pdf", "Übergrößen – 東京 🎧.pdf")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("..\\..\\boot.ini", "_.._boot.ini")]
    [InlineData("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie_ x=1.txt")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("quote\".txt", "quote_.txt")]
    [InlineData("nul\0byte.txt", "nulbyte.txt")]
    [InlineData("  . hidden. ", "hidden")]
    [InlineData("", "download")]
    [InlineData("...", "download")]
    public void A_hostile_name_becomes_a_harmless_one(string name, string safe) => Assert.Equal(safe, FileName.Safe(name));

    [Fact]
    public void A_lone_surrogate_is_dropped() => Assert.Equal("ab.txt", FileName.Safe("a\uD83Db.txt"));

    [Fact]
    public void A_long_name_is_shortened_and_keeps_its_ending()
    {
        var safe = FileName.Safe(new string('x', 5_000) + ".epub");

        Assert.Equal(150, safe.Length);
        Assert.EndsWith(".epub", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void Shortening_splits_no_character() => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(FileName.Safe(string.Concat(Enumerable.Repeat("🎧", 200)) + ".pdf"))));
}
