using System.Globalization;
using System.Text;
using QRCoder;

namespace Emporium.Accounts.SecondFactors;

/// <summary>A QR code as one path, so that it stands in the page without a style of its own.</summary>
internal static class QrCode
{
    /// <returns>The number of modules on a side, and the path of the dark ones (SVG, one unit a module).</returns>
    public static (int Size, string Path) Draw(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (rows.Count, path.ToString());
    }
}
