using System.Globalization;

namespace Emporium.Ui;

/// <summary>Where values stand in a drawing: from zero up to a round number above the highest, with at most six lines.</summary>
internal sealed class ChartScale
{
    private const double Top = 22;
    private const double Bottom = 24;
    private readonly double floor;

    public ChartScale(int width, int height, int steps, long highest, double left, double right = 0)
    {
        (Width, Height, Steps, Left) = (width - right, height, steps, left);
        floor = height - Bottom;
        Interval = Round(Math.Max(highest, 1));
        Most = Interval * (long)Math.Ceiling((double)Math.Max(highest, 1) / Interval);
    }

    /// <summary>Where the lines end; what is named beside them stands behind.</summary>
    public double Width { get; }

    public int Height { get; }

    public int Steps { get; }

    public double Left { get; }

    /// <summary>Between two lines, in the values' unit.</summary>
    public long Interval { get; }

    public long Most { get; }

    public double Floor => floor;

    public double Step => (Width - Left) / Math.Max(Steps, 1);

    public IEnumerable<long> Lines
    {
        get
        {
            for (long line = 0; line <= Most; line += Interval) yield return line;
        }
    }

    /// <summary>The middle of a step.</summary>
    public double X(int step) => Left + ((step + 0.5) * Step);

    public double Y(long value) => floor - ((floor - Top) * Math.Max(value, 0) / Most);

    /// <summary>How many labels are skipped so that none touches the next; each takes about 52 units.</summary>
    public int LabelEvery => Math.Max(1, (int)Math.Ceiling(52 / Step));

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>1, 2 or 5 times a power of ten: the smallest that needs no more than five intervals.</summary>
    private static long Round(long highest)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (var factor in (long[])[1, 2, 5])
            {
                if (power * factor * 5 >= highest) return power * factor;
            }
        }
    }
}
