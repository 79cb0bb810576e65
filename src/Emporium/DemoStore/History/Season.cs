namespace Emporium.Host.DemoStore.History;

/// <summary>How busy the demo store is on a day: it grows, sleeps in summer, sells before the holidays and on weekdays, and was twice in the news.</summary>
internal static class Season
{
    // January to December; manuals and templates are bought when people begin things.
    private static readonly double[] Months = [1.25, 1.1, 1.0, 0.95, 0.9, 0.75, 0.6, 0.55, 1.05, 1.15, 1.45, 1.2];

    // Sunday to Saturday.
    private static readonly double[] Weekdays = [0.75, 1.15, 1.2, 1.15, 1.05, 0.9, 0.7];

    private const double OrdersADay = 6;
    private const double GrowthAYear = 0.6;
    private const double DaysAYear = 365;

    /// <summary>Part of the whole history at which a review brought strangers.</summary>
    private static readonly double[] News = [0.35, 0.8];

    private const int NewsDays = 4;

    /// <summary>Orders to be expected on the day.</summary>
    /// <param name="number">Of the day, from 0.</param>
    /// <param name="days">Of the whole history.</param>
    public static double Expected(DateOnly day, int number, int days)
    {
        var growth = Math.Pow(1 + GrowthAYear, (number - days) / DaysAYear);
        var news = News.Max(at => number - (int)(at * days) is >= 0 and < NewsDays and var since ? 3.0 - (since * 0.5) : 1.0);
        return OrdersADay * growth * Months[day.Month - 1] * Weekdays[(int)day.DayOfWeek] * news;
    }
}
