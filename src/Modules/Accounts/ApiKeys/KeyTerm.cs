using System.Globalization;

namespace Emporium.Accounts.ApiKeys;

/// <summary>How long a key is valid, as the form says it: <c>30</c>, <c>90</c> or <c>365</c> days, <c>never</c>, or <c>date</c> with a day beside.</summary>
internal static class KeyTerm
{
    public const string Usual = "90";

    /// <returns>Null for never. A day is valid to its end, in UTC.</returns>
    /// <exception cref="Refusal"><c>api_key.expiry_invalid</c>.</exception>
    public static DateTimeOffset? End(string? term, string? day, DateTimeOffset now) => term switch
    {
        "30" or "90" or "365" => now.AddDays(int.Parse(term, CultureInfo.InvariantCulture)),
        "never" => null,
        "date" when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && last < DateOnly.MaxValue =>
            new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        _ => throw Refusal.Invalid("api_key.expiry_invalid", "Choose until when the key is valid.", "expires"),
    };
}
