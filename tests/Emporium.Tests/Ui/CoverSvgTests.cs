using System.Xml.Linq;
using Emporium.Ui;

namespace Emporium.Tests.Ui;

public sealed class CoverSvgTests
{
    [Fact]
    public void The_same_words_and_seed_draw_the_same_cover() => Assert.Equal(Draw("The Quiet Ledger", "1"), Draw("The Quiet Ledger", "1"));

    [Fact]
    public void Another_seed_draws_another_cover() => Assert.NotEqual(Draw("The Quiet Ledger", "1"), Draw("The Quiet Ledger", "2"));

    [Theory]
    [InlineData("<script>alert(1)</script> & \"more\"")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantengattin")]
    [InlineData("帳簿の静けさ")]
    [InlineData("broken \uD800 surrogate, \u0000 zero, 🙂 face")]
    public void Any_title_is_drawn_as_well_formed_xml_in_every_design(string title)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var svg = XElement.Parse(CoverSvg.Render("E-book", title, "A & B", $"{seed}", (CoverShape)(seed % 4)));

            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
            Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "text");
        }
    }

    [Fact]
    public void Words_are_legible_on_every_stock()
    {
        foreach (var palette in CoverPalette.All)
            Assert.True(Contrast(palette.Text, palette.Ground) >= 4.5, $"{palette.Text} on {palette.Ground} is {Contrast(palette.Text, palette.Ground):0.00}");
    }

    private static string Draw(string title, string seed) => CoverSvg.Render("E-book", title, "Ida Halbert", seed);

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Channel(hex, 1)) + (0.7152 * Channel(hex, 3)) + (0.0722 * Channel(hex, 5));

    private static double Channel(string hex, int start)
    {
        var step = Convert.ToInt32(hex[start..(start + 2)], 16) / 255.0;
        return step <= 0.04045 ? step / 12.92 : Math.Pow((step + 0.055) / 1.055, 2.4);
    }
}
