namespace Emporium.Tests.Ui;

/// <summary>A color of CSS Color 4 (§ 9.2 and its sample code) as its place in linear sRGB.</summary>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>Contrast by WCAG 2.2, from 1 to 21.</summary>
    public double Against(Oklch other)
    {
        var (lighter, darker) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double Luminance
    {
        get
        {
            var (red, green, blue) = Linear;
            return (0.2126 * Shown(red)) + (0.7152 * Shown(green)) + (0.0722 * Shown(blue));
        }
    }

    private (double Red, double Green, double Blue) Linear
    {
        get
        {
            var (a, b) = (Chroma * Math.Cos(Hue * Math.PI / 180), Chroma * Math.Sin(Hue * Math.PI / 180));
            var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
            var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
            var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
            return (
                (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
                (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
                (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
        }
    }

    // A screen shows 256 steps of gamma-coded light, and nothing outside of its gamut.
    private static double Shown(double linear)
    {
        var clipped = Math.Clamp(linear, 0, 1);
        var coded = clipped <= 0.0031308 ? 12.92 * clipped : (1.055 * Math.Pow(clipped, 1 / 2.4)) - 0.055;
        var step = Math.Round(coded * 255) / 255;
        return step <= 0.04045 ? step / 12.92 : Math.Pow((step + 0.055) / 1.055, 2.4);
    }
}
