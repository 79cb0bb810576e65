using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Emporium;

/// <summary>One page of a list. Lists are paged by keyset: the cursor says where the last row stood, so page 1,000 costs what page 1 does.</summary>
/// <param name="Items">At most the asked number of rows.</param>
/// <param name="NextCursor">Pass it back for what follows; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>Cuts a list that was read one row longer than asked, and remembers its last row.</summary>
    public static Page<T> Of(IReadOnlyList<T> oneMore, int limit, Func<T, Cursor> at) =>
        oneMore.Count <= limit ? new(oneMore, null) : new([.. oneMore.Take(limit)], at(oneMore[limit - 1]).ToString());

    /// <summary>Every item of every page, read as it is taken.</summary>
    /// <param name="read">Reads the page behind a place, the first behind none.</param>
    public static async IAsyncEnumerable<T> Through(Func<Cursor?, Task<Page<T>>> read)
    {
        for (Cursor? after = null; ;)
        {
            var page = await read(after);
            foreach (var item in page.Items) yield return item;
            if (page.NextCursor is null) yield break;
            after = Cursor.Parse(page.NextCursor);
        }
    }

    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], NextCursor);
}

/// <summary>A place in a list: the sort value of the last row seen and its id, which breaks ties.</summary>
/// <param name="Sort">A moment in microseconds since 1970, a rank, an amount: whatever the list is ordered by.</param>
/// <param name="Id">The row's id.</param>
public sealed record Cursor(long Sort, Guid Id)
{
    public static Cursor At(DateTimeOffset moment, Guid id) => new(moment.UtcTicks / TimeSpan.TicksPerMicrosecond, id);

    public DateTimeOffset Moment => new(Sort * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>Reads what <see cref="ToString"/> wrote; null stays null.</summary>
    /// <exception cref="Refusal"><c>cursor.invalid</c>: the text was not made by us.</exception>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (text.Length <= 100 && Base64Url.IsValid(text) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.') is [var sort, var id]
            && long.TryParse(sort, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && Math.Abs((decimal)value) <= DateTimeOffset.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond
            && Guid.TryParseExact(id, "N", out var guid))
            return new Cursor(value, guid);
        throw Refusal.Invalid("cursor.invalid", "This cursor was not made by this list. Start again without one.", "cursor");
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Sort}.{Id:N}")));
}
