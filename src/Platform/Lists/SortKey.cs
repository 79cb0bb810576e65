using System.Globalization;
using System.Linq.Expressions;

namespace Emporium.Platform.Lists;

/// <summary>How values of one type are compared by both databases and written into a cursor.</summary>
/// <param name="Less">The first stands before the second.</param>
/// <param name="AtMost">The first stands before the second or is it: what an index can jump to.</param>
/// <param name="First">What stands first, in words.</param>
/// <param name="TryRead">What <paramref name="Write"/> wrote.</param>
internal sealed record SortKey<TSort>(
    Expression<Func<TSort, TSort, bool>> Less, Expression<Func<TSort, TSort, bool>> AtMost, Func<TSort, string> Write, SortKey<TSort>.Reader TryRead, (string Down, string Up) First)
{
    public delegate bool Reader(string text, out TSort value);
}

internal static class SortKeys
{
    public static readonly SortKey<long> Number = new((a, b) => a < b, (a, b) => a <= b, value => value.ToString(CultureInfo.InvariantCulture), TryReadNumber, ("largest first", "smallest first"));

    public static readonly SortKey<string> Text = new(
        (a, b) => string.Compare(a, b) < 0, (a, b) => string.Compare(a, b) <= 0, value => value, (string text, out string value) => (value = text) is not null, ("Z to A", "A to Z"));

    public static readonly SortKey<DateTimeOffset> Moment = new(
        (a, b) => a < b, (a, b) => a <= b, value => (value.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), TryReadMoment, ("newest first", "oldest first"));

    private static bool TryReadNumber(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryReadMoment(string text, out DateTimeOffset value)
    {
        value = default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || microseconds > DateTimeOffset.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond) return false;
        value = new(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return true;
    }
}
