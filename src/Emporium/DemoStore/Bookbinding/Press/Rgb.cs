using System.Globalization;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>A color as a screen shows it.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <param name="hex"><c>#rrggbb</c>.</param>
    public static Rgb Of(string hex)
    {
        var value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The three operands of PDF's color operators.</summary>
    public string Operands => string.Join(' ', new[] { Red, Green, Blue }.Select(part => PdfObjects.Number(part / 255.0)));
}
