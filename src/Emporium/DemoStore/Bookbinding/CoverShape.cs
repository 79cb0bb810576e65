using System.Globalization;
using Emporium.Host.DemoStore.Bookbinding.Press;

namespace Emporium.Host.DemoStore.Bookbinding;

/// <summary>One shape of a cover, in hundredths of the cover's width.</summary>
internal abstract record CoverShape(string Fill)
{
    // How far the control points of a cubic curve stand from its ends to draw a quarter of a circle.
    private const double Arc = 0.5523;

    public abstract string ToSvg();

    /// <param name="scale">Points per hundredth of the cover's width.</param>
    public abstract PdfPage.Step[] Outline(double scale);

    internal sealed record Box(double X, double Y, double Width, double Height, string Fill) : CoverShape(Fill)
    {
        public override string ToSvg() => string.Create(CultureInfo.InvariantCulture, $"""<rect x="{X}" y="{Y}" width="{Width}" height="{Height}" fill="{Fill}"/>""");

        public override PdfPage.Step[] Outline(double scale)
        {
            var (left, top, right, bottom) = (X * scale, Y * scale, (X + Width) * scale, (Y + Height) * scale);
            return [new(left, top, IsStart: true), new(right, top), new(right, bottom), new(left, bottom)];
        }
    }

    internal sealed record Disk(double X, double Y, double Radius, string Fill) : CoverShape(Fill)
    {
        public override string ToSvg() => string.Create(CultureInfo.InvariantCulture, $"""<circle cx="{X}" cy="{Y}" r="{Radius}" fill="{Fill}"/>""");

        public override PdfPage.Step[] Outline(double scale)
        {
            var (x, y, r) = (X * scale, Y * scale, Radius * scale);
            var c = r * Arc;
            return
            [
                new(x + r, y, IsStart: true),
                new(x, y + r, Curve: (x + r, y + c, x + c, y + r)),
                new(x - r, y, Curve: (x - c, y + r, x - r, y + c)),
                new(x, y - r, Curve: (x - r, y - c, x - c, y - r)),
                new(x + r, y, Curve: (x + c, y - r, x + r, y - c)),
            ];
        }
    }

    /// <summary>A quarter of a disk around a corner; negative radii open it to the left or upward.</summary>
    internal sealed record Quarter(double X, double Y, double RadiusX, double RadiusY, string Fill) : CoverShape(Fill)
    {
        public override string ToSvg() => string.Create(CultureInfo.InvariantCulture,
            $"""<path d="M{X} {Y}h{RadiusX}c0 {RadiusY * Arc:0.###} {-RadiusX * (1 - Arc):0.###} {RadiusY} {-RadiusX} {RadiusY}z" fill="{Fill}"/>""");

        public override PdfPage.Step[] Outline(double scale)
        {
            var (x, y, rx, ry) = (X * scale, Y * scale, RadiusX * scale, RadiusY * scale);
            return [new(x, y, IsStart: true), new(x + rx, y), new(x, y + ry, Curve: (x + rx, y + (ry * Arc), x + (rx * Arc), y + ry))];
        }
    }
}
