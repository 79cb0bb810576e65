using System.Globalization;

namespace Emporium.Ui;

/// <summary>Light in the primaries of sRGB, before gamma: what can be added and mixed.</summary>
internal readonly record struct LinearRgb(double Red, double Green, double Blue)
{
    private const double Tolerance = 0.0005;

    /// <summary>Relative luminance by WCAG 2.2.</summary>
    public double Luminance => (0.2126 * Red) + (0.7152 * Green) + (0.0722 * Blue);

    /// <summary>Nothing of it lies outside of what a screen can show.</summary>
    public bool IsShowable => Fits(Red) && Fits(Green) && Fits(Blue);

    /// <summary>What a screen makes of it: 256 steps of gamma-coded light, clipped to its gamut.</summary>
    public LinearRgb Shown => new(Decode(Step(Red) / 255.0), Decode(Step(Green) / 255.0), Decode(Step(Blue) / 255.0));

    public string ToHex() => string.Create(CultureInfo.InvariantCulture, $"#{Step(Red):x2}{Step(Green):x2}{Step(Blue):x2}");

    /// <summary>From gamma-coded 0 to 1 to light.</summary>
    public static double Decode(double coded) => coded <= 0.04045 ? coded / 12.92 : Math.Pow((coded + 0.055) / 1.055, 2.4);

    private static int Step(double light)
    {
        var clipped = Math.Clamp(light, 0, 1);
        return (int)Math.Round((clipped <= 0.0031308 ? 12.92 * clipped : (1.055 * Math.Pow(clipped, 1 / 2.4)) - 0.055) * 255);
    }

    private static bool Fits(double light) => light is >= -Tolerance and <= 1 + Tolerance;
}
