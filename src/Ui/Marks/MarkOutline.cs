namespace Emporium.Ui;

/// <summary>The outlines of the signs, on a field of 32 by 32. A point is inside where an odd number of outlines go around it, in the drawing as in the picture.</summary>
internal static class MarkOutline
{
    public const double Field = 32;
    private const int PerTurn = 96;

    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Of(MarkShape shape) => shape switch
    {
        MarkShape.Book => [[(6, 9.5), (15, 12), (15, 25), (6, 22.5)], [(26, 9.5), (17, 12), (17, 25), (26, 22.5)]],
        MarkShape.Rings => [Arc(16, 16, 9.5, 0, 360), Arc(16, 16, 6.5, 0, 360), Arc(16, 16, 3.5, 0, 360)],
        MarkShape.Steps => [[(7, 24.5), (7, 19), (13, 19), (13, 13), (19, 13), (19, 7.5), (25, 7.5), (25, 24.5)]],
        MarkShape.Leaf => [[.. Arc(8, 24, 16, 270, 360), .. Arc(24, 8, 16, 90, 180)]],
        _ => [[(7, 7), (25, 7), (25, 25), (7, 25)], [(12, 25.01), .. Arc(16, 17, 4, 180, 360), (20, 25.01)]],
    };

    /// <param name="from">In degrees; 0 points right, 90 down.</param>
    private static IReadOnlyList<(double X, double Y)> Arc(double x, double y, double radius, int from, int to)
    {
        var steps = Math.Max(1, (to - from) * PerTurn / 360);
        return [.. Enumerable.Range(0, steps + 1).Select(i =>
        {
            var angle = double.DegreesToRadians(from + ((to - from) * (double)i / steps));
            return (x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle)));
        })];
    }
}
