using System.Globalization;

namespace Emporium.Ui;

/// <summary>A moment as distance from now, and exactly.</summary>
public static class MomentText
{
    /// <summary>“just now”, “3 min ago”, “in 2 h”, “yesterday”, “5 days ago”; after a week, the day itself.</summary>
    public static string Relative(DateTimeOffset moment, DateTimeOffset now, CultureInfo culture)
    {
        var distance = (now - moment).Duration();
        var days = (int)distance.TotalDays;
        return (days, moment > now) switch
        {
            (> 6, _) => Day(moment, culture),
            (1, false) => "yesterday",
            (1, true) => "tomorrow",
            ( > 1, var later) => Placed($"{days} days", later),
            _ when distance < TimeSpan.FromMinutes(1) => "just now",
            (_, var later) when distance < TimeSpan.FromHours(1) => Placed($"{(int)distance.TotalMinutes}\u00A0min", later),
            (_, var later) => Placed($"{(int)distance.TotalHours}\u00A0h", later),
        };
    }

    /// <summary>“14 Mar 2026” in the culture's words.</summary>
    public static string Day(DateTimeOffset moment, CultureInfo culture) => moment.UtcDateTime.ToString("d MMM yyyy", culture).Replace(' ', '\u00A0');

    /// <summary>“14 Mar 2026, 09:26:53 UTC”.</summary>
    public static string Exact(DateTimeOffset moment, CultureInfo culture) => moment.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss 'UTC'", culture);

    /// <summary>RFC 3339 in UTC, for machines.</summary>
    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Placed(string span, bool later) => later ? $"in {span}" : $"{span} ago";
}
