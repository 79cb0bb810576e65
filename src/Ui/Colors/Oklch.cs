using System.Globalization;

namespace Emporium.Ui;

/// <summary>A color of CSS Color 4 (§ 9.2 and its sample code): lightness from 0 to 1, chroma, hue in degrees.</summary>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>As CSS writes it, rounded to what an eye can tell.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"oklch({Lightness * 100:0.##}% {Chroma:0.####} {Hue:0.##})");

    /// <summary>From <c>#rrggbb</c>; null where it is none.</summary>
    public static Oklch? FromHex(string? hex)
    {
        if (hex is not ['#', _, _, _, _, _, _] || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return null;
        return FromLinear(new LinearRgb(LinearRgb.Decode((rgb >> 16) / 255.0), LinearRgb.Decode(((rgb >> 8) & 255) / 255.0), LinearRgb.Decode((rgb & 255) / 255.0)));
    }

    /// <summary>What a screen shows for it: 256 steps, nothing outside of sRGB.</summary>
    public string ToHex() => Linear.Shown.ToHex();

    /// <summary>Contrast by WCAG 2.2, from 1 to 21.</summary>
    public double Against(Oklch other)
    {
        var (first, second) = (Linear.Shown.Luminance, other.Linear.Shown.Luminance);
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <summary>How far apart two colors look: the distance in OKLab, where 0.02 is just seen and black to white is 1.</summary>
    public double DistanceTo(Oklch other)
    {
        var ((a, b), (c, d)) = (Plane, other.Plane);
        return Math.Sqrt(Math.Pow(Lightness - other.Lightness, 2) + Math.Pow(a - c, 2) + Math.Pow(b - d, 2));
    }

    /// <summary>The same lightness and hue with as much of the chroma as a screen can show.</summary>
    public Oklch InGamut()
    {
        if (Linear.IsShowable) return this;
        var (least, most) = (0.0, Chroma);
        for (var i = 0; i < 24; i++)
        {
            var middle = (least + most) / 2;
            if ((this with { Chroma = middle }).Linear.IsShowable) least = middle;
            else most = middle;
        }
        return this with { Chroma = least };
    }

    /// <summary>As light in linear sRGB; parts may lie outside of 0 to 1.</summary>
    public LinearRgb Linear
    {
        get
        {
            var (a, b) = Plane;
            var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
            var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
            var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
            return new(
                (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
                (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
                (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
        }
    }

    public static Oklch FromLinear(LinearRgb light)
    {
        var l = Math.Cbrt((0.4122214708 * light.Red) + (0.5363325363 * light.Green) + (0.0514459929 * light.Blue));
        var m = Math.Cbrt((0.2119034982 * light.Red) + (0.6806995451 * light.Green) + (0.1073969566 * light.Blue));
        var s = Math.Cbrt((0.0883024619 * light.Red) + (0.2817188376 * light.Green) + (0.6299787005 * light.Blue));
        var (a, b) = ((1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s), (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
        var hue = Math.Atan2(b, a) * 180 / Math.PI;
        return new((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), Math.Sqrt((a * a) + (b * b)), hue < 0 ? hue + 360 : hue);
    }

    private (double A, double B) Plane => (Chroma * Math.Cos(Hue * Math.PI / 180), Chroma * Math.Sin(Hue * Math.PI / 180));
}
