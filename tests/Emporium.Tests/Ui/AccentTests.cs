using Emporium.Ui;
using FsCheck;
using FsCheck.Fluent;

namespace Emporium.Tests.Ui;

public sealed class AccentTests
{
    private static readonly TokenSheet Tokens = TokenSheet.Own;

    private static Arbitrary<Oklch> Colors =>
        Gen.Choose(0, 0xffffff).Select(rgb => Oklch.FromHex($"#{rgb:x6}")!.Value).ToArbitrary();

    [Fact]
    public void Any_color_becomes_an_accent_that_can_be_read_on_every_ground() => Prop.ForAll(Colors, (Func<Oklch, bool>)(wanted =>
    {
        var accent = Accent.Fit(wanted);
        return IsLegible(accent.Light, Grounds.Light, Tokens.Colors["ink"].Light) && IsLegible(accent.Dark, Grounds.Dark, Tokens.Colors["ink"].Dark);
    })).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void The_hue_stays() => Prop.ForAll(Colors, (Func<Oklch, bool>)(wanted =>
    {
        var accent = Accent.Fit(wanted);
        return new[] { accent.Light, accent.Dark }.All(shades => shades.Base.Hue == wanted.Hue && shades.Strong.Hue == wanted.Hue && shades.Base.Chroma <= wanted.Chroma);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_pointer_is_seen_on_a_button() => Prop.ForAll(Colors, (Func<Oklch, bool>)(wanted =>
    {
        var accent = Accent.Fit(wanted);
        return new[] { accent.Light, accent.Dark }.All(shades => shades.Base.DistanceTo(shades.Strong) > 0.02);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_color_that_can_be_read_already_is_left_as_it_is()
    {
        var claret = Oklch.FromHex("#9c1f3b")!.Value;

        Assert.Equal("#9c1f3b", Accent.Fit(claret).Light.Base.ToHex());
    }

    [Theory]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#ffee00")]
    [InlineData("#808080")]
    [InlineData("#00ff00")]
    [InlineData("#1a0033")]
    public void The_extremes_are_fitted_too(string hex)
    {
        var accent = Accent.Fit(Oklch.FromHex(hex)!.Value);

        Assert.True(IsLegible(accent.Light, Grounds.Light, Tokens.Colors["ink"].Light));
        Assert.True(IsLegible(accent.Dark, Grounds.Dark, Tokens.Colors["ink"].Dark));
    }

    [Fact]
    public void The_grounds_and_the_houses_own_accent_are_those_of_the_tokens()
    {
        foreach (var (grounds, house, pick) in new (Grounds, AccentShades, Func<string, Oklch>)[]
        {
            (Grounds.Light, Accent.House.Light, name => Tokens.Colors[name].Light),
            (Grounds.Dark, Accent.House.Dark, name => Tokens.Colors[name].Dark),
        })
        {
            Assert.Equal(Css(pick("paper"), pick("paper-raised"), pick("paper-sunk"), pick("on-accent")), Css([.. grounds.Papers, grounds.OnAccent]));
            Assert.Equal(Css(pick("accent"), pick("accent-strong"), pick("accent-wash")), Css(house.Base, house.Strong, house.Wash));
        }
    }

    [Theory]
    [InlineData("#1f6b4a", true)]
    [InlineData("#1F6B4A", true)]
    [InlineData("1f6b4a", false)]
    [InlineData("#1f6b4", false)]
    [InlineData("#1f6b4g", false)]
    [InlineData("#+1f6b4", false)]
    [InlineData("red", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_six_hex_digits_are_a_color(string? text, bool isColor) => Assert.Equal(isColor, AccentSwatches.IsColor(text));

    [Fact]
    public void Every_byte_survives_the_way_to_OKLCH_and_back()
    {
        for (var rgb = 0; rgb <= 0xffffff; rgb += 4_099) Assert.Equal($"#{rgb:x6}", Oklch.FromHex($"#{rgb:x6}")!.Value.ToHex());
    }

    private static string Css(params Oklch[] colors) => string.Join('\n', colors);

    private static bool IsLegible(AccentShades shades, Grounds grounds, Oklch ink) =>
        new[] { shades.Base, shades.Strong }.All(color => color.Against(shades.Wash) >= 4.5 && color.Against(grounds.OnAccent) >= 4.5 && grounds.Papers.All(paper => color.Against(paper) >= 4.5))
        && ink.Against(shades.Wash) >= 4.5;
}
